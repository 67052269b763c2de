package org.aftercare.systems;

import java.util.Optional;
import java.util.function.Function;
import org.aftercare.engine.RemoteCalls;
import org.aftercare.engine.StepKey;
import org.springframework.stereotype.Component;

/**
 * Asks other systems to do something, once. A refusal is an answer like any other: it ends here as
 * an exception, before it could reach the step's transaction.
 */
@Component
public class RemoteSteps {

  private final RemoteCalls calls;

  public RemoteSteps(RemoteCalls calls) {
    this.calls = calls;
  }

  /**
   * @param type what the system answers if it does what was asked; no personal data
   * @param call asks it under the given key
   * @param ask asks it what became of the given key
   */
  public <T> Reply<T> once(
      StepKey step, Class<T> type, Function<String, T> call, Function<String, Optional<T>> ask) {
    try {
      return Reply.granted(calls.once(step, type, call, ask));
    } catch (SystemRefusalException refused) {
      return Reply.refused(refused.code());
    }
  }
}
