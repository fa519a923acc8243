package main

import (
	"bytes"
	_ "embed"
	"os"

	"github.com/tc-hib/winres"
	"github.com/tc-hib/winres/version"
)

// icon is the theme's favicon.svg as Windows needs it, in eight sizes; up to 32 pixels it has
// only 公. Its pictures are kept, not drawn here, since drawing on another processor could differ
// in a bit.
//
//go:embed icon.ico
var icon []byte

// resources are what Explorer shows of the program, and how Windows should treat it.
func resources(number string) (*winres.ResourceSet, error) {
	set := new(winres.ResourceSet)
	pictures, err := winres.LoadICO(bytes.NewReader(icon))
	if err != nil {
		return nil, err
	}
	if err := set.SetIcon(winres.ID(1), pictures); err != nil {
		return nil, err
	}
	// Without a manifest old Windows guesses from a program's name whether it needs an
	// administrator.
	set.SetManifest(winres.AppManifest{ExecutionLevel: winres.AsInvoker, Compatibility: winres.Win10AndAbove, LongPathAware: true})
	var info version.Info
	info.SetFileVersion(number)
	info.SetProductVersion(number)
	for key, text := range map[string]string{
		version.ProductName: "公示", version.FileDescription: "公示：村积分公示网站",
		version.InternalName: "gongshi", version.OriginalFilename: "gongshi.exe",
		version.FileVersion: number, version.ProductVersion: number, version.LegalCopyright: "MIT",
	} {
		if err := info.Set(0x0804, key, text); err != nil { // Chinese, as written in China
			return nil, err
		}
	}
	set.SetVersionInfo(info)
	return set, nil
}

// withResources returns a program for Windows with its icon and version.
func withResources(file, number string) ([]byte, error) {
	set, err := resources(number)
	if err != nil {
		return nil, err
	}
	bare, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer bare.Close()
	var whole bytes.Buffer
	err = set.WriteToEXE(&whole, bare)
	return whole.Bytes(), err
}
