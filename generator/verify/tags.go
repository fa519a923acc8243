package verify

import (
	"bytes"

	"golang.org/x/net/html"
)

// formatting are the tags that a parser opens again, where they are left open, in each paragraph
// that follows: a small page could fill the memory with them.
var formatting = map[string]bool{
	"a": true, "b": true, "big": true, "code": true, "em": true, "font": true, "i": true, "nobr": true,
	"s": true, "small": true, "strike": true, "strong": true, "tt": true, "u": true,
}

// tame refuses a page of which a parser would make more than of any that is honest.
func (f *files) tame(name string, page []byte) error {
	tags, open, left := 0, make(map[string]int), 0
	for in := html.NewTokenizer(bytes.NewReader(page)); ; tags += 1 + left {
		kind := in.Next()
		if kind == html.ErrorToken {
			return nil
		}
		tag, more := in.TagName()
		for ; more; tags++ {
			_, _, more = in.TagAttr()
		}
		if tags > f.limits.tags {
			return refused("“%s”的标签太多，超过 %d 个，没有读", name, f.limits.tags)
		}
		switch {
		case !formatting[string(tag)]:
		case kind == html.StartTagToken:
			open[string(tag)]++
			left++
		case kind == html.EndTagToken && open[string(tag)] > 0:
			open[string(tag)]--
			left--
		}
	}
}
