package console

import (
	"io"
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

// Writer returns a writer of text: w itself on a console, which package os gives UTF-16, and
// where there is no console; otherwise one that writes the console's code page.
func Writer(w io.Writer) io.Writer {
	file, ok := w.(*os.File)
	if !ok {
		return w
	}
	var mode uint32
	if windows.GetConsoleMode(windows.Handle(file.Fd()), &mode) == nil {
		return w
	}
	page, err := windows.GetConsoleOutputCP()
	if err != nil {
		return w
	}
	return encoded(w, pageOf(page, os.Getenv))
}

var processList = windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")

// Own reports whether the window was made for this run only, as by a double click: no other
// program uses it, and somebody can read and type in it.
func Own() bool {
	for _, file := range []*os.File{os.Stdin, os.Stdout} {
		var mode uint32
		if windows.GetConsoleMode(windows.Handle(file.Fd()), &mode) != nil {
			return false
		}
	}
	var programs [2]uint32
	n, _, _ := processList.Call(uintptr(unsafe.Pointer(&programs[0])), uintptr(len(programs)))
	return n == 1
}

// Steady stops a click into the window from selecting text. A selection blocks whatever the
// program prints, and so the program, until a key is pressed.
func Steady() {
	window := windows.Handle(os.Stdin.Fd())
	var mode uint32
	if windows.GetConsoleMode(window, &mode) == nil {
		windows.SetConsoleMode(window, mode&^windows.ENABLE_QUICK_EDIT_MODE|windows.ENABLE_EXTENDED_FLAGS)
	}
}

// Open shows an address in the browser, through the shell itself, so that no second window
// flashes up.
func Open(address string) error {
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return err
	}
	file, err := windows.UTF16PtrFromString(address)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL)
}
