package main

import (
	"fmt"

	"gongshi/generator/site"
)

type buildCommand struct {
	where
	signing
	Output string `help:"网站写到哪里；默认为网站文件夹中的 public" placeholder:"DIR"`
	Place  string `help:"只编这个地方和它下面的，如 fengsheng/youfang；其余页面照旧" placeholder:"PATH" xor:"place"`
	Drafts bool   `help:"连未张贴的草稿也编，每页标明草稿；须另给 --output" xor:"drafts"`
	Shard  string `help:"只编一个分片，如 2/4 是四片里的第二片；写进 --output 里的 2-4" placeholder:"I/N" xor:"place,drafts"`
	Join   string `help:"把这个文件夹里的各个分片合成网站" placeholder:"DIR" type:"existingdir" xor:"place,drafts"`

	Cache        string `help:"上次的结果记在哪个文件夹；默认为本人的缓存文件夹" placeholder:"DIR" xor:"cache"`
	NoCache      bool   `help:"不用也不记上次的结果，全部重新生成" xor:"cache"`
	VerifyOutput bool   `help:"重新读一遍已生成的文件，不凭大小和时间认定没有变"`
	Changes      string `help:"把新写、改了和删去的文件名添进这个清单，好只传这些" placeholder:"FILE"`
}

func (c *buildCommand) Run(t *terminal) error {
	opt, err := c.options(t)
	if err != nil {
		return err
	}
	opt.Place, opt.Drafts, opt.Output = placePath(c.Place), c.Drafts, c.Output
	opt.Verify = c.VerifyOutput
	switch {
	case c.NoCache:
		opt.Cache = ""
	case c.Cache != "":
		opt.Cache = c.Cache
	}
	if opt.Join = c.Join; c.Shard != "" {
		if opt.Shard, err = shard(c.Shard); err != nil {
			return err
		}
	}
	if err := outputFor(&opt); err != nil {
		return err
	}
	if err := c.sign(&opt); err != nil {
		return err
	}
	if err := c.list(&opt); err != nil {
		return err
	}
	looseHeap()
	progress := t.progress()
	opt.Progress = progress.tell
	var beside []site.Shard
	opt.Beside = func(list []site.Shard) { beside = list }
	result, list, err := site.Build(opt)
	progress.end()
	writeText(t.err, list)
	switch {
	case err != nil:
		return err
	case list.HasErrors():
		fmt.Fprintln(t.err, countLine(list)+"；网站未更动")
		return errData
	}
	fmt.Fprintf(t.out, "%s：新写 %d 个文件，未变 %d 个，删去 %d 个\n", opt.Output, result.Written, result.Unchanged, result.Removed)
	for _, s := range beside {
		fmt.Fprintf(t.out, "分片 %v 的网页不在这里，要另外传\n", s)
	}
	return nil
}
