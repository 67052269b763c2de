package org.aftercare.systems.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.aftercare.systems.PassingFaultException;
import org.aftercare.systems.SystemUnavailableException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Connects to the other systems as the configuration says. */
final class RemoteSystemFactory {

  /** What a reply may hold; the largest order of the contract is far below it. */
  private static final int LARGEST_REPLY = 1024 * 1024;

  private final RestClient.Builder restClients;
  private final CircuitBreakerRegistry circuitBreakers;
  private final BulkheadRegistry bulkheads;
  private final RetryRegistry retries;
  private final SystemsProperties.Guards guards;
  private final MeterRegistry meters;
  private final ObjectMapper json = StrictJson.mapper();

  RemoteSystemFactory(
      RestClient.Builder restClients,
      CircuitBreakerRegistry circuitBreakers,
      BulkheadRegistry bulkheads,
      RetryRegistry retries,
      SystemsProperties.Guards guards,
      MeterRegistry meters) {
    this.restClients = restClients;
    this.circuitBreakers = circuitBreakers;
    this.bulkheads = bulkheads;
    this.retries = retries;
    this.guards = guards;
    this.meters = meters;
  }

  RemoteSystem connect(String name, SystemsProperties.Connection connection) {
    String guard = "systems-" + name;
    return new RemoteSystem(
        name,
        connection.timeout(),
        worstCase(connection.timeout()),
        guards.openFor(),
        HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client(connection))).build(),
        circuitBreakers.circuitBreaker(guard, circuitBreakerConfig()),
        bulkheads.bulkhead(guard, bulkheadConfig(connection.maxConcurrentCalls())),
        retries.retry(guard, retryConfig()),
        new CallMeter(meters, name));
  }

  /**
   * A step whose last attempt left no answer asks first, as often as reads are tried, and may then
   * have to call after all.
   */
  private Duration worstCase(Duration timeout) {
    return guards
        .queueing()
        .plus(timeout)
        .multipliedBy(guards.readTries() + 1L)
        .plus(guards.readPause().multipliedBy(guards.readTries() - 1L));
  }

  private RestClient client(SystemsProperties.Connection connection) {
    // Not the JDK's older URLConnection: it sends a POST again by itself when a connection breaks.
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connection.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(connection.timeout());
    return restClients
        .clone()
        .baseUrl(connection.url().toString())
        .requestFactory(requests)
        .requestInterceptor(new ReplyLimit(LARGEST_REPLY))
        .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + connection.token())
        .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
        .messageConverters(
            converters -> {
              converters.clear();
              converters.add(new MappingJackson2HttpMessageConverter(json));
            })
        .defaultStatusHandler(
            status -> !status.is2xxSuccessful(),
            (request, response) -> {
              throw new UnexpectedStatusException(
                  response.getStatusCode().value(), problemCode(response));
            })
        .build();
  }

  private String problemCode(ClientHttpResponse response) throws IOException {
    if (response.getStatusCode().value() != 409
        || !MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(
            response.getHeaders().getContentType())) {
      return null;
    }
    try {
      JsonNode code = json.readTree(response.getBody()).path("code");
      return code.isTextual() ? code.textValue() : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private CircuitBreakerConfig circuitBreakerConfig() {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(guards.lastCalls())
        .minimumNumberOfCalls(Math.min(guards.minimumCalls(), guards.lastCalls()))
        .failureRateThreshold(guards.failurePercentage())
        .waitDurationInOpenState(guards.openFor())
        .permittedNumberOfCallsInHalfOpenState(3)
        // A refusal is an answer.
        .recordException(SystemUnavailableException.class::isInstance)
        .build();
  }

  private BulkheadConfig bulkheadConfig(int maxConcurrentCalls) {
    return BulkheadConfig.custom()
        .maxConcurrentCalls(maxConcurrentCalls)
        .maxWaitDuration(guards.queueing())
        .build();
  }

  private RetryConfig retryConfig() {
    return RetryConfig.custom()
        .maxAttempts(guards.readTries())
        .waitDuration(guards.readPause())
        .retryOnException(PassingFaultException.class::isInstance)
        .build();
  }
}
