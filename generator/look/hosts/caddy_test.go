package hosts

import (
	"maps"
	"net/http"
	"os/exec"
	"path/filepath"
	"testing"

	"gongshi/generator/sitetest"
)

// The handbook's lines for Caddy do what those for nginx do.
func TestCaddy(t *testing.T) {
	caddy, files, dir, address := program(t, "caddy", "caddy"), village(t), t.TempDir(), freeAddress(t)
	for name, content := range files {
		sitetest.WriteFile(t, dir, "www/jifen/"+name, string(content))
	}
	settings := printed(t, "publish-server.md", "cun.example.cn {")
	settings = replaced(t, settings, "/srv/www\n", filepath.Join(dir, "www")+"\n", "cun.example.cn {", "http://"+address+" {")
	sitetest.WriteFile(t, dir, "Caddyfile", "{\nadmin off\n}\n"+settings)
	command := exec.Command(caddy, "run", "--config", filepath.Join(dir, "Caddyfile"))
	command.Env = append(command.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir, "XDG_DATA_HOME="+dir)
	serve(t, address, command)

	site := "http://" + address + "/jifen/"
	types := maps.Clone(typeOf)
	types[".js"], types[".json"] = "text/javascript; charset=utf-8", "application/json"
	server{types, 512}.check(t, site, files)
	_, before := fetch(t, site+"robots.txt", "")
	if _, kept := fetch(t, site+"robots.txt", before.Header.Get("ETag")); kept.StatusCode != http.StatusNotModified {
		t.Errorf("what a browser has is sent again: %d", kept.StatusCode)
	}
	checkShown(t, site)
}
