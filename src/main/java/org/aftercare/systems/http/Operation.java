package org.aftercare.systems.http;

import java.util.Set;
import java.util.function.BiConsumer;

/**
 * One operation of a system's contract.
 *
 * @param name as messages to operations name it, for example {@code refund}
 * @param refusals the reasons for which the contract lets the system refuse
 * @param check holds a reply against the contract
 */
public record Operation<T>(String name, Set<String> refusals, BiConsumer<ReplyCheck, T> check) {

  /** An operation that the system never refuses. */
  public Operation(String name, BiConsumer<ReplyCheck, T> check) {
    this(name, Set.of(), check);
  }

  /** The same operation, whose reply must also pass another check: that of this very call. */
  public Operation<T> alsoHolding(BiConsumer<ReplyCheck, T> other) {
    return new Operation<>(name, refusals, check.andThen(other));
  }
}
