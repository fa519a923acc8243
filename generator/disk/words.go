package disk

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"syscall"
)

// Words returns an error in the clerk's words: what the system reports about files is put into
// Chinese, each cause once and on its own line. What a caller wrapped around it is kept.
func Words(err error) string {
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		var lines []string
		for _, one := range several.Unwrap() {
			if line := Words(one); !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
		return strings.Join(lines, "\n")
	}
	switch e := err.(type) {
	case *fs.PathError:
		return doing(e.Op) + " " + e.Path + "：" + cause(e.Err)
	case *os.LinkError:
		return doing(e.Op) + " " + e.New + "：" + cause(e.Err)
	case *os.SyscallError:
		return cause(e.Err)
	case syscall.Errno:
		return cause(e)
	}
	inner := errors.Unwrap(err)
	if inner == nil {
		return cause(err)
	}
	return strings.Replace(err.Error(), inner.Error(), Words(inner), 1)
}

// doing is what was tried, by the name of the system call.
func doing(op string) string {
	switch {
	case strings.HasPrefix(op, "open"), strings.HasPrefix(op, "read"), strings.Contains(op, "stat"):
		return "读不了"
	case strings.HasPrefix(op, "mkdir"):
		return "建不了文件夹"
	case strings.HasPrefix(op, "unlink"), strings.HasPrefix(op, "remove"):
		return "删不了"
	}
	return "写不了"
}

// causes are the errors that a clerk can do something about. Each system has its own numbers;
// those that Go knows on every system come first.
var causes = []struct {
	is    error
	words string
}{
	{ErrHeld, "正被别的程序占用，先在 Excel、WPS 或别的程序里关掉它，再试一次"},
	{fs.ErrNotExist, "没有这个文件或文件夹"},
	{fs.ErrExist, "这个名字已经有了"},
	{fs.ErrPermission, "没有权限，或者它是只读的；在它的属性里去掉“只读”，或换一个能写的文件夹"},
	{syscall.ENOTDIR, "路径中间有一段是文件，不是文件夹"},
	{syscall.EISDIR, "这里是文件夹，不是文件"},
	{syscall.ENOTEMPTY, "文件夹不是空的"},
	{syscall.ENOSPC, full},
	{syscall.EROFS, "这个磁盘是只读的"},
	{syscall.ENAMETOOLONG, "名字太长了"},
	{syscall.EADDRINUSE, "已被别的程序占用"},
}

const (
	full     = "磁盘满了，删去一些不用的文件再试"
	diskFull = syscall.Errno(112) // ERROR_DISK_FULL, on Windows only
)

func cause(err error) string {
	switch {
	case Held(err):
		return causes[0].words
	case runtime.GOOS == "windows" && errors.Is(err, diskFull):
		return full
	}
	for _, c := range causes {
		if errors.Is(err, c.is) {
			return c.words
		}
	}
	return err.Error()
}
