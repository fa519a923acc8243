package serve

import (
	"cmp"
	"mime"
	"path"
	"strings"
)

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

func isHTML(name string) bool {
	return strings.HasPrefix(kind(name), "text/html")
}
