package hosts

import (
	"bytes"
	"cmp"
	"maps"
	"net/http/httptest"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/sitetest"
)

// The handbook's lines for rclone: what tells it of a cloud is understood, and what brings the site
// there brings all of it, each file with how long it may be kept, and takes away what was taken away.
func TestRclone(t *testing.T) {
	rclone := program(t, "rclone", "rclone")
	const page = "publish-cloud.md"
	dir := t.TempDir()
	settings := "RCLONE_CONFIG=" + filepath.Join(dir, "rclone.conf")
	for _, cloud := range []string{"s3 provider=Alibaba", "s3 provider=TencentCOS", "s3 provider=HuaweiOBS", "sftp"} {
		line := strings.TrimSpace(printed(t, page, "rclone config create yun "+cloud))
		run(t, dir, replaced(t, line, "rclone ", rclone+" "), settings)
		told := run(t, dir, rclone+" config show yun", settings)
		for word := range strings.FieldsSeq(line) {
			if key, value, is := strings.Cut(word, "="); is && key != "ask_password" && !strings.Contains(told, key+" = "+value) {
				t.Errorf("%s: rclone has not kept %s:\n%s", cloud, word, told)
			}
		}
	}

	files, cloud := village(t), newCloud()
	at := httptest.NewServer(cloud)
	defer at.Close()
	bring := func(files sitetest.Tree) {
		from := t.TempDir()
		for name, content := range files {
			sitetest.WriteFile(t, from, "public/"+name, string(content))
		}
		for line := range strings.Lines(replaced(t, printed(t, page, "rclone copy "), "rclone ", rclone+" ")) {
			run(t, from, line, settings, "RCLONE_CONFIG_YUN_TYPE=s3", "RCLONE_CONFIG_YUN_PROVIDER=Other", "RCLONE_CONFIG_YUN_ENDPOINT="+at.URL,
				"RCLONE_CONFIG_YUN_NO_CHECK_BUCKET=true", "RCLONE_CONFIG_YUN_ACCESS_KEY_ID=k", "RCLONE_CONFIG_YUN_SECRET_ACCESS_KEY=k", "AWS_CA_BUNDLE=")
		}
		checkCloud(t, cloud, files)
	}
	first := maps.Clone(files)
	first["zhongping/h/999.html"] = []byte("taken away")
	bring(first)
	sent := cloud.puts
	next := maps.Clone(files)
	next["index.html"] = bytes.Replace(files["index.html"], []byte("</h1>"), []byte("，新</h1>"), 1)
	bring(next)
	if again := cloud.puts - sent; again != 1 {
		t.Errorf("one page is another, and %d files are sent", again)
	}

	for name, content := range files {
		sitetest.WriteFile(t, dir, "public/"+name, string(content))
		sitetest.WriteFile(t, dir, "cloud/cunjifen/"+name, string(content))
	}
	listed := replaced(t, printed(t, page, "rclone sync --checksum --files-from "), "rclone ", rclone+" ")
	checkListed(t, dir, filepath.Join(dir, "cloud/cunjifen"), func() {
		run(t, dir, listed, settings, "RCLONE_CONFIG_YUN_TYPE=alias", "RCLONE_CONFIG_YUN_REMOTE="+filepath.Join(dir, "cloud"))
	})
}

// checkCloud holds what a cloud has, and how it hands it out, against a site.
func checkCloud(t *testing.T, cloud *cloud, files sitetest.Tree) {
	t.Helper()
	if got, want := slices.Sorted(maps.Keys(cloud.objects)), slices.Sorted(maps.Keys(files)); !slices.Equal(got, want) {
		t.Fatalf("the cloud has %d files of %d", len(got), len(want))
	}
	for name, content := range files {
		cache := "no-cache"
		if hashed.MatchString(name) {
			cache = "public, max-age=31536000, immutable"
		}
		kind, _, _ := strings.Cut(cmp.Or(map[string]string{".js": "text/javascript", "": "application/octet-stream"}[path.Ext(name)], typeOf[path.Ext(name)]), ";")
		object := cloud.objects[name]
		if has, _, _ := strings.Cut(object.kind, ";"); !bytes.Equal(object.content, content) || object.cache != cache || has != kind {
			t.Errorf("%s: %d bytes of %d, %s, %s", name, len(object.content), len(content), object.cache, object.kind)
		}
	}
}
