package page

import (
	"gongshi/generator/address"
	"gongshi/generator/opendata"
)

// DataIndex is data/index.html: every file of open data, its columns explained.
type DataIndex struct {
	Head
	opendata.Index
}

func (v *village) dataIndex(index opendata.Index) *DataIndex {
	m := &DataIndex{v.headOf(v.place, address.DataIndex(v.place), "data"), index}
	m.Head.Data = "" // it is this page
	return m
}
