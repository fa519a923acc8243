package serve

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io/fs"
	"log"
	"maps"
	"os"
	"runtime/debug"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/disk"
)

// site is built in rounds, one at a time.
type site struct {
	output string
	build  func() (diag.List, error)
	log    *log.Logger
	board  *board
	tongue tongue
	pages  uint64 // the fingerprint of the pages after the last successful round
	count  int    // of the versions
	failed string // what ended the last round: of the machine, not of the data
	again  bool   // it may pass by itself
}

// round builds once, and publishes what open pages must know.
func (s *site) round() {
	list, err := s.attempt()
	former := s.board.read()
	before, now, stale := s.settled(former.early)
	next := &state{version: former.version, early: before, problems: trouble(list, err, s.tongue)}
	switch {
	case err != nil:
		if words := disk.Words(err); words != s.failed { // told once, however often it is tried again
			s.log.Printf("生成失败：%s", words)
			s.failed = words
		}
		s.board.put(next)
		return
	case next.problems != nil:
		s.log.Printf("有 %d 处错误，网页暂不更新，改好以后自动更新", len(list.Errors()))
	default:
		pages := fingerprint(s.output)
		changed := stale || pages != s.pages
		s.pages = pages
		// If problems were shown the page is stale, whether it changed or not.
		if changed || former.problems != nil {
			next.version, next.early = s.version(), now
		} else {
			maps.Copy(next.early, now)
		}
		s.log.Print(success(list, changed))
	}
	s.failed, s.again = "", false
	s.board.put(next)
}

// attempt builds, and turns a panic into an error: the server survives it, and trying again would
// not help.
func (s *site) attempt() (list diag.List, err error) {
	s.again = true
	defer func() {
		if p := recover(); p != nil {
			s.log.Printf("%s", debug.Stack()) // for the person who repairs the program
			err, s.again = fmt.Errorf("程序出错：%v", p), false
		}
	}()
	return s.build()
}

func success(list diag.List, changed bool) string {
	line := "已生成"
	if !changed {
		line = "已生成，网页没有变化"
	}
	if len(list) > 0 {
		line += fmt.Sprintf("（提醒 %d 处，见上）", len(list))
	}
	return line
}

// overlaid is a problem as a line of the overlay, which live.js reads.
type overlaid struct {
	File    string `json:"file,omitempty"`
	Where   string `json:"where,omitempty"` // in it, in words
	Code    string `json:"code,omitempty"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

// most is how many problems a page shows: after mending these, the next appear.
const most = 200

// trouble returns the overlay's JSON, or nil if all is well: the errors of list, and err itself.
func trouble(list diag.List, err error, t tongue) []byte {
	var all struct {
		Language string     `json:"language"`
		Problems []overlaid `json:"problems"`
		More     int        `json:"more,omitempty"`
	}
	all.Language = t.tag()
	if err != nil {
		all.Problems = append(all.Problems, overlaid{Message: t.say(disk.Words(err))})
	}
	for _, d := range list {
		switch {
		case d.Severity != diag.Error:
		case len(all.Problems) == most:
			all.More++
		default:
			all.Problems = append(all.Problems, overlaid{d.File, t.say(d.Where()), d.Code, t.say(d.Message), t.say(d.Hint)})
		}
	}
	if len(all.Problems) == 0 {
		return nil
	}
	text, _ := json.Marshal(all) // strings and numbers always make JSON
	return text
}

// fingerprint changes when a file in dir does. It reads names, sizes and times, but no contents:
// equal pages are not written again.
func fingerprint(dir string) uint64 {
	sum := fnv.New64a()
	fs.WalkDir(os.DirFS(dir), ".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // removed meanwhile, or no site at all
		case path != "." && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir():
			if info, err := entry.Info(); err == nil {
				fmt.Fprintf(sum, "%s\n%d %d\n", path, info.Size(), info.ModTime().UnixNano())
			}
		}
		return nil
	})
	return sum.Sum64()
}
