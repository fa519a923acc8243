package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// member is a file of an archive.
type member struct {
	name string
	data []byte
	mode fs.FileMode
}

// archive writes a target's archive, and returns its name and size.
func (r *release) archive(t target) (name string, size int, err error) {
	folder, err := os.MkdirTemp("", "gongshi-release-")
	if err != nil {
		return "", 0, err
	}
	defer os.RemoveAll(folder)
	binary, err := r.program(t, folder)
	if err != nil {
		return "", 0, err
	}
	licences, err := r.licences(t)
	if err != nil {
		return "", 0, err
	}
	guide := member{"使用说明.txt", guideFor(t.os, r.Version), 0o644}
	terms := member{"LICENSES.txt", licences, 0o644}
	name = fmt.Sprintf("gongshi-%s-%s-%s", r.Version, t.os, t.arch)
	var packed []byte
	if t.os == "windows" {
		// Explorer unpacks into a folder of the archive's name.
		packed, err = zipped([]member{{"gongshi.exe", binary, 0o755}, guide, terms}, r.made)
		name += ".zip"
	} else {
		packed, err = tarred(name, []member{{"gongshi", binary, 0o755}, guide, terms}, r.made)
		name += ".tar.gz"
	}
	if err != nil {
		return "", 0, err
	}
	return name, len(packed), os.WriteFile(filepath.Join(r.Output, name), packed, 0o644)
}

// zipped returns files as a zip, their names marked as UTF-8, which Explorer respects.
func zipped(members []member, made time.Time) ([]byte, error) {
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, m := range members {
		head := &zip.FileHeader{Name: m.name, Method: zip.Deflate, Modified: made.UTC()}
		head.SetMode(m.mode)
		w, err := archive.CreateHeader(head)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(m.data); err != nil {
			return nil, err
		}
	}
	err := archive.Close()
	return out.Bytes(), err
}

// tarred returns files in a folder as a tar.gz, which keeps the mode of the program.
func tarred(folder string, members []member, made time.Time) ([]byte, error) {
	var out bytes.Buffer
	packer := gzip.NewWriter(&out)
	archive := tar.NewWriter(packer)
	for _, m := range members {
		head := &tar.Header{Name: folder + "/" + m.name, Size: int64(len(m.data)), Mode: int64(m.mode), ModTime: made, Format: tar.FormatPAX}
		if err := archive.WriteHeader(head); err != nil {
			return nil, err
		}
		if _, err := archive.Write(m.data); err != nil {
			return nil, err
		}
	}
	if err := archive.Close(); err != nil {
		return nil, err
	}
	err := packer.Close()
	return out.Bytes(), err
}

// checksums writes SHA256SUMS, which `sha256sum -c` reads.
func checksums(folder string, names []string) error {
	var lines strings.Builder
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return err
		}
		fmt.Fprintf(&lines, "%x  %s\n", sha256.Sum256(data), name)
	}
	return os.WriteFile(filepath.Join(folder, "SHA256SUMS"), []byte(lines.String()), 0o644)
}
