package org.aftercare.systems;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a system said to a question: something, that there is nothing, or nothing at all. For
 * whoever goes on without an answer, since a customer's request is taken in all the same.
 *
 * @param thing what it said, or {@code null}
 * @param answered whether it said anything
 */
public record Answer<T>(T thing, boolean answered) {

  private static final Logger LOG = LoggerFactory.getLogger(Answer.class);

  /** It answered. */
  public static <T> Answer<T> of(Optional<T> thing) {
    return new Answer<>(thing.orElse(null), true);
  }

  /** It did not answer, or was not asked. */
  public static <T> Answer<T> none() {
    return new Answer<>(null, false);
  }

  /** Asks, and takes silence for an answer. */
  public static <T> Answer<T> ask(Supplier<Optional<T>> question) {
    try {
      return of(question.get());
    } catch (SystemUnavailableException e) {
      LOG.warn("A request is taken in although {} does not answer", e.system());
      return none();
    }
  }

  public Optional<T> found() {
    return Optional.ofNullable(thing);
  }

  /** It answered that there is none. */
  public boolean isNothing() {
    return answered && thing == null;
  }
}
