package org.aftercare.api;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param page from 0
 * @param size the most items that a page holds
 * @param total how many items there are on all pages
 */
public record PageOf<T>(List<T> items, int page, int size, long total) {

  /** The most items that anybody may ask for at once. */
  public static final int LARGEST = 100;

  public PageOf {
    items = List.copyOf(items);
  }

  /** The same page of something made from each item. */
  public <R> PageOf<R> map(Function<? super T, ? extends R> change) {
    return new PageOf<R>(items.stream().<R>map(change).toList(), page, size, total);
  }

  /**
   * Checks what a caller asked for.
   *
   * @throws ProblemException 422 when the page is below 0, or the size not within 1 and {@link
   *     #LARGEST}
   */
  public static void check(int page, int size) {
    if (page < 0) {
      throw ProblemException.invalid("page", "Pages start at 0.", "Send 0 or more.");
    }
    if (size < 1 || size > LARGEST) {
      throw ProblemException.invalid(
          "size",
          "A page holds 1 to %d items.".formatted(LARGEST),
          "Send a size from 1 to %d.".formatted(LARGEST));
    }
  }
}
