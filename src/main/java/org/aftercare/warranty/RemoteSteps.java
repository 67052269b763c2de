package org.aftercare.warranty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aftercare.engine.RemoteCalls;
import org.aftercare.engine.StepKey;
import org.aftercare.systems.SystemRefusalException;
import org.springframework.stereotype.Component;

/**
 * Asks other systems to do something, once. A refusal is an outcome like any other: it is recorded,
 * so that a retried step hears the same, and it never reaches the shared transaction as an
 * exception.
 */
@Component
class RemoteSteps {

  private final RemoteCalls calls;
  private final ObjectMapper json;

  RemoteSteps(RemoteCalls calls, ObjectMapper json) {
    this.calls = calls;
    this.json = json;
  }

  /**
   * @param type what the system answers if it does what was asked; no personal data
   * @param call asks it under the given key
   * @param ask asks it what became of the given key
   */
  <T> Reply<T> once(
      StepKey step, Class<T> type, Function<String, T> call, Function<String, Optional<T>> ask) {
    Stored stored =
        calls.once(
            step,
            Stored.class,
            key -> store(() -> Optional.of(call.apply(key))).orElseThrow(),
            key -> store(() -> ask.apply(key)));
    return stored.refusal() == null
        ? Reply.granted(read(stored.granted(), type))
        : Reply.refused(stored.refusal());
  }

  private <T> Optional<Stored> store(Supplier<Optional<T>> answer) {
    try {
      return answer.get().map(granted -> new Stored(json.valueToTree(granted), null));
    } catch (SystemRefusalException refused) {
      return Optional.of(new Stored(null, refused.code()));
    }
  }

  private <T> T read(JsonNode granted, Class<T> type) {
    try {
      return json.treeToValue(granted, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The recorded outcome is not a " + type.getSimpleName(), e);
    }
  }

  /** How an outcome is recorded. */
  record Stored(JsonNode granted, String refusal) {}
}
