package serve

import (
	"bytes"
	"cmp"
	"mime"
	"net/http"
	"net/url"
	"os"
	"path"
	"strings"
	"time"
)

// file serves a file of the site. The folder is opened for each request: it may be created later,
// or be removed and built anew.
func (h *handler) file(w http.ResponseWriter, r *http.Request) {
	// The state is read before the file: at worst the page reloads once too often.
	now := h.board.read()
	root, err := os.OpenRoot(h.Output)
	if err != nil {
		h.missing(w, r, nil, now.version)
		return
	}
	defer root.Close()
	at := path.Clean("/" + r.URL.Path)
	name, folder := strings.TrimPrefix(at, "/"), strings.HasSuffix(r.URL.Path, "/")
	if isFolder(root, name) {
		if !folder { // relative links need the slash
			to := url.URL{Path: at + "/", RawQuery: r.URL.RawQuery}
			http.Redirect(w, r, to.String(), http.StatusFound)
			return
		}
		name, folder = path.Join(name, "index.html"), false
	}
	version, content := now.of(name), now.early[name].content
	if content == nil && shown(name) && isFile(root, name) {
		content, err = root.ReadFile(name)
	}
	switch {
	case content == nil, err != nil, folder:
		h.missing(w, r, root, version)
	case strings.HasPrefix(kind(name), "text/html"):
		respond(w, r, http.StatusOK, kind(name), h.lively(string(content), version))
	default:
		w.Header().Set("Content-Type", kind(name))
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
	}
}

// missing answers if there is no such file: with the site's 404.html, or, while there is no site
// at all, with a page that waits for it. root may be nil.
func (h *handler) missing(w http.ResponseWriter, r *http.Request, root *os.Root, version string) {
	if root == nil || !isFile(root, "index.html") {
		respond(w, r, http.StatusServiceUnavailable, kind(".html"), h.lively(h.tongue.waiting(len(h.Hosts) == 0), version))
		return
	}
	html := h.tongue.notFound()
	if own, err := root.ReadFile("404.html"); err == nil {
		html = string(own)
	}
	respond(w, r, http.StatusNotFound, kind(".html"), h.lively(html, version))
}

// lively is a page as it is answered: of localhost it reloads itself.
func (h *handler) lively(page, version string) string {
	if len(h.Hosts) > 0 {
		return page
	}
	return enliven(page, version)
}

// shown reports whether visitors of a server would find a slash path: no name in it begins with a
// dot, and it has no backslash, a separator on Windows.
func shown(name string) bool {
	return !strings.HasPrefix(name, ".") && !strings.Contains(name, "/.") && !strings.Contains(name, `\`)
}

func isFolder(root *os.Root, name string) bool {
	if name == "" {
		return true
	}
	info, err := root.Stat(name)
	return err == nil && info.IsDir() && shown(name)
}

func isFile(root *os.Root, name string) bool {
	info, err := root.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

const plain = "text/plain; charset=utf-8"

// kinds are the types of a site's files by their endings: the system's own list may differ (on
// Windows, any program changes it).
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".htm": "text/html; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".csv": "text/csv; charset=utf-8",
	".txt": plain, ".md": plain, ".toml": plain, "": plain,
	".ics":         "text/calendar; charset=utf-8",
	".json":        "application/json",
	".xml":         "application/xml",
	".atom":        "application/atom+xml",
	".svg":         "image/svg+xml",
	".webmanifest": "application/manifest+json",
	".xlsx":        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

// kind returns the Content-Type of a file.
func kind(name string) string {
	ext := strings.ToLower(path.Ext(name))
	return cmp.Or(kinds[ext], mime.TypeByExtension(ext), "application/octet-stream")
}
