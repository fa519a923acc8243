module gongshi

go 1.26.0

ignore ./themes/node_modules

require (
	github.com/BurntSushi/toml v1.6.0 // place, scheme and notice files; strict decoding
	github.com/alecthomas/kong v1.17.0 // the command line, declared; suggests on a typo
	github.com/fsnotify/fsnotify v1.10.1 // serve: notices that a file was saved
	github.com/go-echarts/go-echarts/v2 v2.6.7 // the options of interactive charts, typed; only chart.JSON() is used
	github.com/gofrs/flock v0.13.0 // publish: one run into a folder at a time, by a lock that dies with its process
	github.com/google/go-cmp v0.7.0 // tests: readable differences
	github.com/rogpeppe/go-internal v1.16.0 // tests: testscript runs the real main on .txtar files; unpack: which lines differ
	github.com/xuri/excelize/v2 v2.11.1 // convert: writes workbooks, with drop-downs and print set-up
	github.com/yuin/goldmark v1.8.7 // Markdown of articles and rules
	golang.org/x/mod v0.41.0 // checkpoints as signed notes (sumdb/note)
	golang.org/x/net v0.62.0 // verify, convert and tests: an HTML parser that reads the built pages, and tables of the web
	golang.org/x/sync v0.24.0 // errgroup: so many places, files or archives at a time
	golang.org/x/sys v0.49.0 // Windows: the console's code page, the person's browser
	golang.org/x/term v0.47.0 // tells a terminal, which is asked, from a pipe or a file
	golang.org/x/text v0.43.0 // GB18030, UTF-16, NFC and narrow forms of what clerks type
	rsc.io/qr v0.2.0 // the address of a page as a QR code
)

require (
	github.com/chromedp/cdproto v0.159.0 // tests: sets a browser's clock
	github.com/chromedp/chromedp v0.23.0 // tests: drives a real browser
	github.com/tc-hib/winres v0.3.1 // release: icon, version and manifest of the Windows program
	golang.org/x/tools v0.51.0 // tests: reads scripts as archives (txtar)
)

require (
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/nfnt/resize v0.0.0-20180221191011-83c6a9932646 // indirect
	github.com/richardlehane/mscfb v1.0.9 // indirect
	github.com/richardlehane/msoleps v1.0.6 // indirect
	github.com/tiendc/go-deepcopy v1.7.2 // indirect
	github.com/xuri/efp v0.0.3-0.20260924042702-217b81952dec // indirect
	github.com/xuri/nfp v0.0.2-0.20250530014748-2ddeb826f9a9 // indirect
	golang.org/x/crypto v0.58.0 // indirect
	golang.org/x/exp/typeparams v0.0.0-20231108232855-2478ac86f678 // indirect
	golang.org/x/image v0.44.0 // indirect
	honnef.co/go/tools v0.8.2 // indirect
)

tool honnef.co/go/tools/cmd/staticcheck
