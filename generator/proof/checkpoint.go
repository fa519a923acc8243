package proof

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Checkpoint is how far a place's chain reached.
type Checkpoint struct {
	Place string // its path
	Count int
	Head  string
	Date  string
}

// origin begins the first line of a checkpoint.
const origin = "gongshi/"

// CheckpointText returns how far the chain reached on the day, as it is published; "" if nothing is
// sealed.
func (c *Chain) CheckpointText() string { return cmp.Or(c.signed, c.unsigned()) }

func (c *Chain) unsigned() string {
	if len(c.Seals) == 0 {
		return ""
	}
	head := c.Seals[len(c.Seals)-1]
	return fmt.Sprintf("%s%s\n%d\n%s\n%s\n", origin, c.Place.Path, head.No, head.Digest, head.Date)
}

// ParseCheckpoint reads a checkpoint, signed or not. It does not check signatures.
func ParseCheckpoint(text string) (Checkpoint, error) {
	body, _, _ := strings.Cut(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n")
	lines := strings.Split(strings.TrimSuffix(body, "\n"), "\n")
	if len(lines) != 4 || !strings.HasPrefix(lines[0], origin) {
		return Checkpoint{}, errors.New("不是检查点：应有四行，地方、封存数、链首摘要、日期")
	}
	count, err := strconv.Atoi(lines[1])
	if err != nil || count < 1 {
		return Checkpoint{}, fmt.Errorf("检查点第 2 行“%s”应是封存数", lines[1])
	}
	if len(lines[2]) != digestLength || strings.Trim(lines[2], "0123456789abcdef") != "" {
		return Checkpoint{}, fmt.Errorf("检查点第 3 行“%s”应是 64 位摘要", lines[2])
	}
	return Checkpoint{strings.TrimPrefix(lines[0], origin), count, lines[2], lines[3]}, nil
}
