package disk

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// devices are names that Windows keeps for itself, with any ending.
var devices = strings.Fields("con prn aux nul conin$ conout$ com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 com¹ com² com³ " +
	"lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 lpt¹ lpt² lpt³")

// Name returns why no file should have a name: some system cannot have it, or nobody can see what
// it is. A site is built on one computer, and copied to another.
func Name(name string) error {
	device, _, _ := strings.Cut(strings.ToLower(name), ".")
	stem, _, _ := strings.Cut(strings.TrimLeft(name, "."), ".")
	bad := strings.IndexFunc(name, func(r rune) bool { return strings.ContainsRune(`<>:"|?*\/`, r) || unicode.IsControl(r) })
	switch {
	case bad >= 0:
		return fmt.Errorf("里有 Windows 不能用的字符“%c”", name[bad])
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return errors.New("以点或空格结尾，Windows 存不了")
	case slices.Contains(devices, strings.TrimRight(device, " ")):
		return errors.New("是 Windows 留给设备的名字，存不了")
	case strings.ContainsFunc(name, Turns):
		return errors.New("里有看不见的、改变文字方向的字符")
	case !strings.ContainsFunc(stem, Seen):
		return errors.New("看上去是空的")
	}
	return nil
}

// Turns reports whether a character changes the direction of the text after it, unseen: U+202E
// shows “gnp.exe” as “exe.png”.
func Turns(r rune) bool { return unicode.Is(unicode.Bidi_Control, r) }

// Seen reports whether a character shows, as blanks and others without width or ink do not.
func Seen(r rune) bool {
	return unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) && r != 0x2800
}
