package oracle

import "gongshi/generator/ledger"

// RandomBook is the Book from which RandomSite writes its files.
func RandomBook(seed uint64) *ledger.Book { return newMaker(seed).randomBook() }
