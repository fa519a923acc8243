package site_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// A county in villages of 300 households, 12 months with 6 records each. The most memory that
// is in use follows the largest village, not the county.
func BenchmarkBuildCounty(b *testing.B) {
	for _, households := range []int{3000, 10000, 30000} {
		b.Run(fmt.Sprint(households), func(b *testing.B) {
			dir := county(b, households/300)
			for b.Loop() {
				stop, most := make(chan bool), make(chan uint64)
				go watchHeap(stop, most)
				_, list, err := site.Build(site.Options{Source: dir, Output: filepath.Join(b.TempDir(), "site"), NoHistory: true})
				if stop <- true; err != nil || list.HasErrors() {
					b.Fatal(err, list)
				}
				b.ReportMetric(float64(<-most)/1e6, "MB-most")
			}
		})
	}
}

// watchHeap looks at the heap from time to time, and tells its largest size in the end.
func watchHeap(stop chan bool, most chan uint64) {
	var m runtime.MemStats
	var largest uint64
	for {
		select {
		case <-stop:
			most <- largest
			return
		case <-time.After(50 * time.Millisecond):
			runtime.ReadMemStats(&m)
			largest = max(largest, m.HeapInuse)
		}
	}
}

// county writes so many equal villages below a county.
func county(b *testing.B, villages int) string {
	b.Helper()
	one, dir := b.TempDir(), b.TempDir()
	sitetest.LargeVillage(b, one, 300, 1)
	config, err := os.ReadFile(filepath.Join(one, "config.toml"))
	sitetest.Must(b, err)
	sitetest.WriteFile(b, dir, "config.toml", string(config))
	sitetest.WriteFile(b, dir, "data/x/place.toml", "name = \"示例县\"\nkind = \"county\"\n")
	for i := range villages {
		sitetest.Must(b, os.CopyFS(filepath.Join(dir, "data", "x", fmt.Sprintf("v%03d", i)), os.DirFS(filepath.Join(one, "data", "big"))))
	}
	return dir
}
