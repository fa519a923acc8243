package serve

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

// The desk answers below deskAside, where nothing of a site is shown, whatever a village or an article is called: the
// name begins with a dot. Where the site has no folder of this name, it answers below deskPath as well, which is
// easier to type.
const (
	deskPath  = "/desk/"
	deskAside = "/.desk/"
)

// DeskPath is where the desk of the site in a folder is opened.
func DeskPath(source string) string {
	for _, top := range []string{"data", "content"} {
		if _, err := os.Stat(filepath.Join(source, top, "desk")); err == nil {
			return deskAside
		}
	}
	return deskPath
}

// forDesk returns a request as the desk takes it; nil if it is not meant for it. A site takes no POST.
func (h *handler) forDesk(r *http.Request) *http.Request {
	if h.Desk == nil || len(h.Hosts) > 0 {
		return nil
	}
	if rest, ok := strings.CutPrefix(r.URL.Path, deskAside); ok {
		inner := r.Clone(r.Context())
		inner.URL.Path, inner.URL.RawPath = deskPath+rest, ""
		return inner
	}
	if strings.HasPrefix(r.URL.Path, deskPath) && (r.Method == http.MethodPost || !h.hasDesk()) {
		return r
	}
	return nil
}

// hasDesk reports whether the site itself has a folder where the desk would be.
func (h *handler) hasDesk() bool {
	root, err := os.OpenRoot(h.Output)
	if err != nil {
		return false
	}
	defer root.Close()
	return isFolder(root, strings.Trim(deskPath, "/"))
}
