package hosts

import (
	"crypto/md5"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"
)

// cloud is one bucket of an object store, so far as rclone asks it: objects are put, listed and deleted.
type cloud struct {
	lock    sync.Mutex
	objects map[string]object
	puts    int
}

type object struct {
	content     []byte
	cache, kind string
}

func newCloud() *cloud { return &cloud{objects: make(map[string]object)} }

func (c *cloud) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.lock.Lock()
	defer c.lock.Unlock()
	_, name, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	switch {
	case r.Method == http.MethodGet && name == "":
		c.list(w, r)
	case r.Method == http.MethodPut:
		content, _ := io.ReadAll(r.Body)
		c.objects[name] = object{content, r.Header.Get("Cache-Control"), r.Header.Get("Content-Type")}
		c.puts++
		w.Header().Set("ETag", tag(content))
	case r.Method == http.MethodDelete:
		delete(c.objects, name)
		w.WriteHeader(http.StatusNoContent)
	default:
		o, is := c.objects[name]
		if !is {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.Header().Set("ETag", tag(o.content))
		w.Header().Set("Last-Modified", time.Unix(0, 0).UTC().Format(http.TimeFormat))
		w.Header().Set("Content-Length", fmt.Sprint(len(o.content)))
		_, _ = w.Write(o.content)
	}
}

func tag(content []byte) string { return fmt.Sprintf(`"%x"`, md5.Sum(content)) }

// list answers with all objects, or those right below a folder and its folders.
func (c *cloud) list(w http.ResponseWriter, r *http.Request) {
	type prefix struct{ Prefix string }
	type entry struct {
		Key, LastModified, ETag string
		Size                    int
	}
	answer := struct {
		XMLName        xml.Name `xml:"ListBucketResult"`
		Contents       []entry
		CommonPrefixes []prefix
	}{}
	below, cut, folders := r.URL.Query().Get("prefix"), r.URL.Query().Get("delimiter"), make(map[string]bool)
	for name, o := range c.objects {
		rest, is := strings.CutPrefix(name, below)
		folder, _, deeper := strings.Cut(rest, "/")
		switch {
		case !is:
		case !deeper || cut == "":
			answer.Contents = append(answer.Contents, entry{name, "1970-01-01T00:00:00.000Z", tag(o.content), len(o.content)})
		case !folders[folder]:
			folders[folder] = true
			answer.CommonPrefixes = append(answer.CommonPrefixes, prefix{below + folder + "/"})
		}
	}
	w.Header().Set("Content-Type", "application/xml")
	_ = xml.NewEncoder(w).Encode(answer)
}
