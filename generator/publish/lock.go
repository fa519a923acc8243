package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/gofrs/flock"
)

// busy is the error of a folder that another run is writing into. It has left its process in
// [Staging], once it has written anything.
func busy(dir string) error {
	who, _ := os.ReadFile(filepath.Join(dir, Staging, owner))
	if len(who) == 0 {
		return errors.New("另一个 gongshi 正在往这里写网页。等它做完，再生成一次；预览（serve）开着的，不必另外生成")
	}
	return fmt.Errorf("另一个 gongshi（%s）正在往这里写网页。等它做完，再生成一次；预览（serve）开着的，不必另外生成", who)
}

// owner is the file in [Staging] that names the process whose it is.
const owner = "owner"

// signStaging names this process in it.
func (o *output) signStaging() error {
	host, _ := os.Hostname()
	return o.write(owner, fmt.Appendf(nil, "进程 %d，%s", os.Getpid(), host), false)
}

// patience is how long a run waits for another one, and pause how often it looks.
const patience, pause = 20 * time.Second, 50 * time.Millisecond

// lock waits until no other run writes into dir, and keeps others out until it is closed. The
// system takes it from a process that dies. A disk that knows no locks does without.
func lock(dir string, patience time.Duration) (*flock.Flock, error) {
	file, flag := lockFile(dir)
	l := flock.New(file, flock.SetFlag(flag))
	for range max(1, patience/pause) {
		if held, err := l.TryLock(); held || err != nil {
			return l, nil
		}
		time.Sleep(pause)
	}
	l.Close()
	return nil, busy(dir)
}

// lockFile is what is locked, and how it is opened: the folder itself, which leaves no trace in it.
// Windows locks no folders: there it is a file of the person's temporary folder.
func lockFile(dir string) (file string, flag int) {
	if runtime.GOOS != "windows" {
		return dir, os.O_RDONLY
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	dir, _ = filepath.Abs(dir)
	sum := sha256.Sum256([]byte(fold(filepath.ToSlash(dir))))
	return filepath.Join(os.TempDir(), "gongshi-"+hex.EncodeToString(sum[:8])+".lock"), os.O_CREATE | os.O_RDWR
}
