package org.aftercare.systems.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.aftercare.engine.RemoteCallBudget;
import org.aftercare.systems.PassingFaultException;
import org.aftercare.systems.SystemBusyException;
import org.aftercare.systems.SystemRefusalException;
import org.aftercare.systems.SystemSparedException;
import org.aftercare.systems.SystemUnavailableException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.UnknownContentTypeException;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * One of the company's other systems: makes calls to it under its guards and turns whatever comes
 * back into a reply that keeps the contract, a refusal that the contract knows, or {@link
 * SystemUnavailableException}.
 *
 * <p>What it throws names the system, the operation and what was wrong, and carries nothing of a
 * reply: failed steps keep their exception in the engine's tables, where no personal data may be.
 */
public final class RemoteSystem implements RemoteCallBudget {

  private final String name;
  private final Duration timeout;
  private final Duration worstCase;
  private final Duration sparedFor;
  private final HttpServiceProxyFactory proxies;
  private final CircuitBreaker circuitBreaker;
  private final Bulkhead bulkhead;
  private final Retry retry;
  private final CallMeter meter;

  RemoteSystem(
      String name,
      Duration timeout,
      Duration worstCase,
      Duration sparedFor,
      HttpServiceProxyFactory proxies,
      CircuitBreaker circuitBreaker,
      Bulkhead bulkhead,
      Retry retry,
      CallMeter meter) {
    this.name = name;
    this.timeout = timeout;
    this.worstCase = worstCase;
    this.sparedFor = sparedFor;
    this.proxies = proxies;
    this.circuitBreaker = circuitBreaker;
    this.bulkhead = bulkhead;
    this.retry = retry;
    this.meter = meter;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Duration worstCase() {
    return worstCase;
  }

  /** The system's HTTP interface, connected to it. */
  public <H> H client(Class<H> httpInterface) {
    return proxies.createClient(httpInterface);
  }

  /**
   * Reads. A fault that may pass is tried again within the call, since reading twice does no harm.
   *
   * @return empty if the system answers 404
   * @throws SystemRefusalException for a reason that the operation's contract names
   * @throws SystemUnavailableException otherwise
   */
  public <T> Optional<T> read(Operation<T> operation, Supplier<T> call) {
    return retry.executeSupplier(() -> measured(operation, call));
  }

  /**
   * Changes something. Tried once only: whether a failed try had an effect is not known here.
   *
   * @throws SystemRefusalException for a reason that the operation's contract names
   * @throws SystemUnavailableException otherwise
   */
  public <T> T change(Operation<T> operation, Supplier<T> call) {
    return measured(operation, call)
        .orElseThrow(() -> unavailable(operation, "answered with status 404"));
  }

  private <T> Optional<T> measured(Operation<T> operation, Supplier<T> call) {
    return meter.measure(operation.name(), () -> guarded(operation, call));
  }

  private <T> Optional<T> guarded(Operation<T> operation, Supplier<T> call) {
    try {
      return bulkhead.executeSupplier(
          () -> circuitBreaker.executeSupplier(() -> attempt(operation, call)));
    } catch (CallNotPermittedException e) {
      throw new SystemSparedException(
          name,
          operation.name() + ": not called, because too many of the last calls failed",
          sparedFor);
    } catch (BulkheadFullException e) {
      throw new SystemBusyException(
          name, operation.name() + ": not called, because too many calls are under way");
    }
  }

  private <T> Optional<T> attempt(Operation<T> operation, Supplier<T> call) {
    try {
      T reply = call.get();
      if (reply == null) {
        throw unavailable(operation, "answered without content");
      }
      operation.check().accept(ReplyCheck.ofReply(), reply);
      return Optional.of(reply);
    } catch (UnexpectedStatusException e) {
      return onStatus(operation, e);
    } catch (BrokenContractException e) {
      throw unavailable(operation, "broke its contract: " + e.getMessage());
    } catch (UnknownContentTypeException e) {
      throw unavailable(operation, "answered in another format than JSON");
    } catch (RestClientException e) {
      throw onFault(operation, e);
    }
  }

  private <T> Optional<T> onStatus(Operation<T> operation, UnexpectedStatusException e) {
    if (e.status() == 404) {
      return Optional.empty();
    }
    if (e.status() == 409 && e.code() != null && operation.refusals().contains(e.code())) {
      throw new SystemRefusalException(name, e.code());
    }
    if (e.status() == 409) {
      throw unavailable(operation, "refused for a reason that its contract does not know");
    }
    String message = "answered with status " + e.status();
    if (e.status() >= 500 || e.status() == 429) {
      throw passing(operation, message, null);
    }
    throw unavailable(operation, message);
  }

  private SystemUnavailableException onFault(Operation<?> operation, RestClientException fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof JsonProcessingException json) {
        return unavailable(operation, "broke its contract: " + where(json));
      }
      if (t instanceof HttpTimeoutException) {
        return passing(operation, "no answer within " + timeout.toMillis() + " ms", t);
      }
      if (t instanceof ConnectException) {
        return passing(operation, "cannot be reached", t);
      }
      if (t instanceof IOException) {
        return passing(operation, "broke off before its answer was complete", t);
      }
    }
    return unavailable(operation, "answered what cannot be read");
  }

  /** Where a reply cannot be read. Jackson's own message quotes the reply. */
  private static String where(JsonProcessingException e) {
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return mapping.getPath().stream()
          .map(
              step ->
                  step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
          .collect(Collectors.joining(".", "", " has another type"))
          .replace(".[", "[");
    }
    return "the answer is not the JSON expected";
  }

  private SystemUnavailableException unavailable(Operation<?> operation, String message) {
    return new SystemUnavailableException(name, operation.name() + ": " + message, null);
  }

  private SystemUnavailableException passing(
      Operation<?> operation, String message, Throwable cause) {
    return new PassingFaultException(name, operation.name() + ": " + message, cause);
  }
}
