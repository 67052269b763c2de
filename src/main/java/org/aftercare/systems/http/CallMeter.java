package org.aftercare.systems.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import java.util.function.Supplier;
import org.aftercare.systems.SystemRefusalException;
import org.aftercare.systems.SystemSparedException;

/**
 * Measures the calls of one system: how many, how long, and what came of them. Each try counts, so
 * that a fault which passes is seen too.
 */
final class CallMeter {

  private final MeterRegistry registry;
  private final String system;

  CallMeter(MeterRegistry registry, String system) {
    this.registry = registry;
    this.system = system;
  }

  <T> Optional<T> measure(String operation, Supplier<Optional<T>> call) {
    Timer.Sample sample = Timer.start(registry);
    String outcome = "failed";
    try {
      Optional<T> answer = call.get();
      outcome = answer.isPresent() ? "answered" : "not-found";
      return answer;
    } catch (SystemRefusalException e) {
      outcome = "refused";
      throw e;
    } catch (SystemSparedException e) {
      outcome = "spared";
      throw e;
    } finally {
      sample.stop(
          Timer.builder("aftercare.systems.calls")
              .description("Calls of other systems, by system, operation and what came of them")
              .tags("system", system, "operation", operation, "outcome", outcome)
              .register(registry));
    }
  }
}
