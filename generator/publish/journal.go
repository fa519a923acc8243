package publish

import (
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"strconv"
)

// Journal is the file that tells all that is still to be done. While it is not there, nothing has
// left [Staging]; once it is, the site will be the new one, whoever finishes.
const Journal = Staging + "/" + journalName

const journalName = "journal"

// journal is one change of what readers see.
type journal struct {
	Old    string   `json:"old"`    // the manifest before, "" if there was none
	New    string   `json:"new"`    // … and after
	Staged []string `json:"staged"` // Staged[i] is the path of the file i in Staging
	Early  []string `json:"early"`  // to be removed before those are placed: one of them needs the name
	Late   []string `json:"late"`   // … and after

	old, now sums
}

// commit puts the journal into Staging, when all that it lists is there.
func (o *output) commit(j *journal) error {
	text, err := json.Marshal(j)
	if err != nil {
		return err
	}
	if err := o.write(journalName+".new", text, true); err != nil {
		return err
	}
	o.committed = true
	return o.root.Rename(Journal+".new", Journal)
}

// perform does what is in the journal, all of it or what is left. The manifest lists old and new
// paths together until it is done, so that nothing looks foreign should the journal be lost.
func (o *output) perform(j *journal) error {
	union := sums{}
	maps.Copy(union, j.old)
	maps.Copy(union, j.now)
	if err := o.writeManifest(union); err != nil {
		return err
	}
	if !o.begun(j) { // else a removed name may be that of a new file by now
		if err := o.remove(j.Early); err != nil {
			return err
		}
	}
	// A removed folder may be recorded in another spelling, if the disk ignores case: look for
	// all again.
	clear(o.folders)
	if err := o.place(j.Staged); err != nil {
		return err
	}
	if err := o.remove(j.Late); err != nil {
		return err
	}
	if err := o.writeManifest(j.now); err != nil {
		return err
	}
	o.committed = false
	return o.root.Remove(Journal)
}

// begun reports whether a staged file has left Staging.
func (o *output) begun(j *journal) bool {
	for i := range j.Staged {
		if !o.waits(i) {
			return true
		}
	}
	return false
}

// waits reports whether the file i is in Staging.
func (o *output) waits(i int) bool {
	_, err := o.root.Lstat(Staging + "/" + strconv.Itoa(i))
	return !errors.Is(err, fs.ErrNotExist)
}
