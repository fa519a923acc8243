// Package publish puts a finished site into its folder.
//
// In: a sequence of files, each a slash path and its bytes. Out: those files in one folder, and
// SHA256SUMS, the manifest of what this package wrote. It never interprets a file, never follows
// a symbolic link to write, and never touches a file that is not in the manifest.
//
// # What is promised
//
//   - Each file is whole at all times. A new one is written beside the site, in
//     the folder [Staging], and renamed into place. A reader gets the old bytes or
//     the new ones, because a rename within one file system is one step.
//   - A build that fails changes nothing. Nothing leaves the staging folder before
//     the sequence has ended without an error and every path has been checked. Only
//     the staging folder itself comes and goes, and with it the modification time
//     of the folder around it.
//   - Equal content is left alone, with its time, so that hosts and synchronisers
//     copy only what changed. It is compared with the bytes on the disk, or with the
//     manifest if the disk shows that the file was not touched since this package
//     wrote it ([Stamps]): a page of ours that somebody edited is written again.
//   - Files of others are never overwritten or removed. Our files are those that
//     the manifest lists, if it is ours ([Mark]). A folder with files but without a
//     manifest of ours is refused, since everything in it would be somebody else's.
//   - One run at a time: a second one into the same folder waits for the first, and
//     fails if that takes too long. The lock is the system's, and dies with its process.
//   - A run that is killed at any moment leaves the old site or the new one, as soon
//     as the next run begins ([Recover]). What is to be done is written down in
//     [Journal] before anything of it is done: if the journal is there, the next run
//     does the rest, else it removes what was staged. A power cut does no more where
//     the system flushes a file system in one call, which Linux does.
//
// # What is not promised
//
//   - Between the first rename and the last, and after a kill until the next run,
//     there are new pages beside old ones, and the manifest's sums may be ahead of the
//     files. No system exchanges a folder's files in one step; exchanging the folder
//     itself would break hosts that watch it, and would remove the files of others.
//   - If a rename fails (a full quota; on Windows a file that another program has
//     open) the site stays in that mixed state, and the error tells so. The next
//     run finishes first what is in the journal.
//   - On Windows and macOS a power cut may lose or empty pages that were just written:
//     only the journal is flushed. A lost one is found by its sum; the site stays the
//     old one if nothing was moved yet, else the next successful run completes it.
//   - On a disk that knows no locks (some network drives), and between two computers, two
//     runs into one folder at the same time can disturb each other.
package publish

import (
	"crypto/sha256"
	"fmt"
	"iter"
	"slices"
)

// File is one file of the site. Path is relative, with slashes. Content is read before the
// sequence goes on and is not kept, so its buffer may be used again.
type File struct {
	Path    string
	Content []byte
	Kept    bool // its bytes are those of the last run, see Options.Kept; Content is nil
}

// Options are the options of one run. The zero Options publish a whole site.
type Options struct {
	// Scope reports whether a path of the last run belongs to this one: it is removed if it is
	// not written again. Other paths stay on the disk and in the manifest. Files are written
	// whether in scope or not. If Scope is nil, all paths belong.
	Scope func(path string) bool
	// Stamps are those that the last run left, and become those of this run: what has its stamp
	// is compared by its sum in the manifest, unread. nil compares with the bytes on the disk.
	Stamps *Stamps
	// Kept are files of the last run that belong to this one as they are. They are listed here, or
	// come in the sequence as Kept. If one is not as that run left it, or the manifest is not that
	// run's, the error is [ErrNotKept] and nothing has changed.
	Kept []string
	// Elsewhere are files of this run, by their sums, that somebody else brings to where the site
	// is published: they are in the manifest alone.
	Elsewhere map[string][sha256.Size]byte
	// Changing is told the files that will be new, other or gone, in order, with the manifest,
	// before the first of them is; if it fails, nothing has changed. It is not called if none is.
	Changing func(paths []string) error
}

// Result counts files without the manifest and the mark.
type Result struct {
	Written   int // new, or with other bytes than before
	Unchanged int // left alone
	Removed   int // in the last run but not in this one
}

// Site makes dir contain exactly files, beside what is not ours, and writes the manifest. It
// creates dir if necessary.
//
// An error of the sequence is returned unchanged. The errors of Site itself name dir, and are
// written for the clerk: dir has files and no manifest, the manifest is damaged, a path is not
// valid or clashes with another one or with a foreign file, the disk fails.
func Site(dir string, files iter.Seq2[File, error], opt Options) (Result, error) {
	out, err := open(dir)
	if err != nil {
		return Result{}, fmt.Errorf("输出文件夹 %s：%w", dir, err)
	}
	return out.publish(dir, files, opt)
}

// publish takes the files and finishes.
func (out *output) publish(dir string, files iter.Seq2[File, error], opt Options) (Result, error) {
	defer out.close()
	out.learn(opt.Stamps)
	if err := out.take(Mark()); err != nil {
		return Result{}, fmt.Errorf("输出文件夹 %s：%w", dir, err)
	}
	out.result = Result{} // which tells of the site's own files
	if err := out.list(opt.Elsewhere); err != nil {
		return Result{}, fmt.Errorf("输出文件夹 %s：%w", dir, err)
	}
	for file, err := range files {
		if err != nil {
			return Result{}, err
		}
		if err := out.take(file); err != nil {
			return Result{}, fmt.Errorf("输出文件夹 %s：%w", dir, err)
		}
	}
	for _, file := range slices.Sorted(slices.Values(opt.Kept)) { // last, so that pages need not wait; and a folder is opened once
		if err := out.keep(file); err != nil {
			return Result{}, err
		}
	}
	if err := out.finish(opt.Scope, opt.Changing); err != nil {
		return Result{}, fmt.Errorf("输出文件夹 %s：%w", dir, err)
	}
	out.stamp(opt.Stamps)
	return out.result, nil
}
