package org.aftercare.engine;

import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a call that changes something in another system happen once, although the step that makes
 * it may be retried, its reply lost or the process killed.
 */
public interface RemoteCalls {

  /**
   * Calls a partner under the step's idempotency key. The attempt is recorded in a transaction of
   * its own before the call. When an earlier attempt left no outcome, the partner is asked first
   * and called only if it knows nothing of the key. An outcome already recorded is returned without
   * any call.
   *
   * @param step the step and business attempt; gives the key
   * @param resultType the result's type, a record that Jackson can write and read and that holds no
   *     personal data
   * @param call makes the call under the given key
   * @param ask asks the partner what became of the given key; empty when it knows nothing of it
   * @return what the partner answered, now or earlier
   * @throws StepKilledProcessException when attempts without an outcome exceed the configured
   *     limit; the step then becomes an incident at once
   */
  <T> T once(
      StepKey step,
      Class<T> resultType,
      Function<String, T> call,
      Function<String, Optional<T>> ask);
}
