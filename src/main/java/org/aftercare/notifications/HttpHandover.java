package org.aftercare.notifications;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Posts a message and tells from the answer whether trying again makes sense. */
final class HttpHandover {

  /** Refusals that pass by themselves. */
  private static final Set<Integer> PASSING =
      Set.of(
          HttpStatus.UNAUTHORIZED.value(),
          HttpStatus.NOT_FOUND.value(),
          HttpStatus.REQUEST_TIMEOUT.value(),
          HttpStatus.CONFLICT.value(),
          HttpStatus.TOO_EARLY.value(),
          HttpStatus.TOO_MANY_REQUESTS.value());

  private final RestClient client;
  private final String prefix;

  /**
   * @param prefix begins the failure codes, such as {@code SMS} in {@code SMS_503}
   * @param timeout from connecting to the answer
   */
  HttpHandover(String prefix, Duration timeout) {
    this.prefix = prefix;
    // Redirects are not followed: a message goes where the configuration says.
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    requests.setReadTimeout(timeout);
    this.client = RestClient.builder().requestFactory(requests).build();
  }

  void post(URI uri, Consumer<HttpHeaders> headers, byte[] body) {
    HttpStatus status;
    try {
      status =
          HttpStatus.resolve(
              client
                  .post()
                  .uri(uri)
                  .contentType(MediaType.APPLICATION_JSON)
                  .headers(headers)
                  .body(body)
                  .retrieve()
                  .toBodilessEntity()
                  .getStatusCode()
                  .value());
    } catch (RestClientResponseException e) {
      throw refusal(e);
    } catch (ResourceAccessException e) {
      throw DeliveryException.temporary(prefix + "_UNREACHABLE", e);
    } catch (RestClientException e) {
      throw DeliveryException.temporary(prefix + "_UNREADABLE", e);
    }
    if (status == null || !status.is2xxSuccessful()) {
      throw DeliveryException.temporary(prefix + "_NOT_ACCEPTED", null);
    }
  }

  private DeliveryException refusal(RestClientResponseException e) {
    int status = e.getStatusCode().value();
    String failure = prefix + "_" + status;
    return e.getStatusCode().is4xxClientError() && !PASSING.contains(status)
        ? DeliveryException.permanent(failure, e)
        : DeliveryException.temporary(failure, e);
  }
}
