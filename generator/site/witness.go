package site

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/origin"
	"gongshi/generator/proof"
)

// witnesses are the older seals in git's history and in the built site.
func (o Options) witnesses(book *ledger.Book, history *origin.History) ([]proof.Witness, error) {
	var list []proof.Witness
	for _, p := range book.Places {
		if o.Before != nil {
			seals, err := fs.ReadFile(o.Before, proof.SealsFile(p))
			if err == nil {
				list = append(list, proof.Kept(p, seals))
			} else if !errors.Is(err, fs.ErrNotExist) {
				return nil, err
			}
		}
		former, revision, err := history.Former(proof.SealsFile(p))
		if err != nil {
			return nil, err
		}
		if revision != "" {
			list = append(list, proof.Committed(p, former, revision))
		}
		text, err := fs.ReadFile(o.built(), proof.CheckpointFile(p))
		if err == nil {
			list = append(list, proof.Built(p, string(text)))
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return list, nil
}

// built returns the built site as it was.
func (o Options) built() fs.FS {
	folder := os.DirFS(cmp.Or(o.Output, filepath.Join(o.Source, "public")))
	if o.watch != nil {
		return built{folder, o.watch}
	}
	return folder
}

// gone reports the places that have sealed and were in the site as it was.
func (o Options) gone(book *ledger.Book) (diag.List, error) {
	if o.Before == nil {
		return nil, nil
	}
	var list diag.List
	err := fs.WalkDir(o.Before, path.Join("data", o.Place), func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		where := strings.TrimPrefix(path.Dir(name), "data/")
		if err != nil || d.IsDir() || d.Name() != "seals.csv" || book.Place(where) != nil {
			return err
		}
		seals, err := fs.ReadFile(o.Before, name)
		list = append(list, proof.Gone(book, name, seals)...)
		return err
	})
	return list, err
}
