package verify

import (
	"bytes"

	"golang.org/x/net/html"
)

// unclosed is how many tags of one kind of formatting a page may leave open: a parser opens them again in each
// paragraph that follows, so that a small page could fill the memory.
const unclosed = 8

var formatting = map[string]bool{
	"a": true, "b": true, "big": true, "code": true, "em": true, "font": true, "i": true, "nobr": true,
	"s": true, "small": true, "strike": true, "strong": true, "tt": true, "u": true,
}

// tame refuses a page of which a parser would make more than of any that is honest.
func (f *files) tame(name string, page []byte) error {
	tags, open := 0, make(map[string]int)
	for in := html.NewTokenizer(bytes.NewReader(page)); ; tags++ {
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
		case kind == html.EndTagToken:
			open[string(tag)] = max(0, open[string(tag)]-1)
		default:
			if open[string(tag)]++; open[string(tag)] > unclosed {
				return refused("“%s”有太多没有关上的标签，没有读", name)
			}
		}
	}
}
