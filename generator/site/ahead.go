package site

import "iter"

// ahead does something with each item of a list, at most so many at a time, and yields the
// results in the order of the list. It is never further ahead of its consumer than that.
func ahead[T, R any](list []T, workers int, do func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		done := make(chan chan R, workers-1)
		stopped := make(chan struct{})
		defer close(stopped)
		go func() {
			defer close(done)
			for _, item := range list {
				one := make(chan R, 1)
				select {
				case done <- one:
					go func() { one <- do(item) }()
				case <-stopped:
					return
				}
			}
		}()
		for one := range done {
			if !yield(<-one) {
				return
			}
		}
	}
}
