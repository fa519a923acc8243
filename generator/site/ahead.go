package site

import "iter"

// ahead does something with each item of a list, at most so many at a time, and yields the
// results in the order of the list. It is never further ahead of its consumer than that.
func ahead[T, R any](list []T, workers int, do func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		results := make([]chan R, len(list))
		begin := func(i int) {
			if i < len(list) {
				results[i] = make(chan R, 1)
				go func() { results[i] <- do(list[i]) }()
			}
		}
		for i := range workers {
			begin(i)
		}
		for i := range list {
			if !yield(<-results[i]) {
				return
			}
			begin(i + workers)
		}
	}
}
