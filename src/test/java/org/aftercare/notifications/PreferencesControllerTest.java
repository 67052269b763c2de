package org.aftercare.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aftercare.api.Caller;
import org.aftercare.api.CurrentCaller;
import org.aftercare.api.FieldProblem;
import org.aftercare.api.IdempotentCommands;
import org.aftercare.api.PageOf;
import org.aftercare.api.ProblemException;
import org.aftercare.notifications.PreferencesController.PreferenceRequest;
import org.aftercare.notifications.PreferencesController.PreferenceView;
import org.aftercare.notifications.Recipient.ToCustomer;
import org.aftercare.notifications.UndeliveredController.RetryRequest;
import org.aftercare.notifications.UndeliveredNotices.Undelivered;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

class PreferencesControllerTest {

  private final ObjectMapper json = Jackson2ObjectMapperBuilder.json().build();
  private final NotificationsFixture fixture = new NotificationsFixture(TestDatabases.h2());
  private final NotificationsFixture.Node node = fixture.node(new RecordingChannel(Channel.EMAIL));
  private final PreferencesController controller =
      new PreferencesController(node.preferences, new Klara());

  private PreferenceRequest request(String body) throws Exception {
    return json.readValue(body, PreferenceRequest.class);
  }

  private PreferenceView choose(String body) throws Exception {
    PreferenceRequest request = request(body);
    return fixture.transaction.execute(status -> controller.choose(request));
  }

  @Test
  void aPersonChoosesAndForgets() throws Exception {
    assertThat(controller.mine().own()).isFalse();
    PreferenceView chosen =
        choose(
            """
            {"channels": ["EMAIL"], "frequency": "DAILY_DIGEST", "digestAt": "16:30",
             "quietFrom": "18:00", "quietUntil": "07:00"}""");
    assertThat(json.writeValueAsString(chosen))
        .isEqualTo(
            "{\"channels\":[\"EMAIL\"],\"frequency\":\"DAILY_DIGEST\",\"digestAt\":\"16:30\",\"quietFrom\":\"18:00\",\"quietUntil\":\"07:00\",\"quietChannels\":[\"EMAIL\"],\"own\":true}");
    assertThat(controller.mine()).isEqualTo(chosen);
    fixture.transaction.executeWithoutResult(status -> controller.forget());
    assertThat(controller.mine().own()).isFalse();
  }

  @Test
  void aTeamsChoiceHoldsForItsMembers() throws Exception {
    PreferenceRequest request = request("{\"channels\": [\"IN_APP\"], \"frequency\": \"AT_ONCE\"}");
    fixture.transaction.executeWithoutResult(status -> controller.chooseForTeam("claims", request));
    assertThat(controller.ofTeam("claims").channels()).containsExactly(Channel.IN_APP);
    assertThat(controller.mine().channels()).containsExactly(Channel.IN_APP);
    assertThat(controller.ofTeam("legal").channels())
        .containsExactly(Channel.EMAIL, Channel.IN_APP);
  }

  @Test
  void aTeamThatIsNoneIsNotFound() {
    assertThat(
            catchThrowableOfType(ProblemException.class, () -> controller.ofTeam("nobodies"))
                .status())
        .isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void saysEverythingThatIsWrong() throws Exception {
    assertThat(faults("{\"channels\": [\"SMS\"], \"quietFrom\": \"18:00\"}"))
        .containsExactly("/channels", "/frequency", "/quietUntil");
    assertThat(faults("{\"channels\": [], \"frequency\": \"DAILY_DIGEST\"}"))
        .containsExactly("/channels", "/digestAt");
    assertThat(
            faults(
                "{\"channels\": [\"EMAIL\"], \"frequency\": \"AT_ONCE\", \"quietFrom\": \"18:00\", \"quietUntil\": \"18:00\"}"))
        .containsExactly("/quietUntil");
  }

  private List<String> faults(String body) throws Exception {
    PreferenceRequest request = request(body);
    return catchThrowableOfType(ProblemException.class, () -> controller.choose(request))
        .errors()
        .stream()
        .map(FieldProblem::field)
        .toList();
  }

  @Test
  void operationsListsAndRetries() {
    UndeliveredController operations =
        new UndeliveredController(node.undeliveredNotices, new Once());
    node.tell(new Notice("n1", "W-1", new ToCustomer("C-404"), "test.plain", Map.of("step", "1")));
    fixture.employ("olof", "en", "operations");
    node.run();
    PageOf<Undelivered> page = operations.list(0, 20);
    assertThat(page.total()).isEqualTo(1);
    Undelivered failed = page.items().get(0);
    RetryRequest request = new RetryRequest(failed.noticeId(), failed.recipient());
    assertThat(retry(operations, request).getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    assertThat(operations.list(0, 20).total()).isZero();
    assertThat(
            catchThrowableOfType(ProblemException.class, () -> retry(operations, request)).status())
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> retry(operations, new RetryRequest(null, failed.recipient())))
                .errors())
        .extracting(FieldProblem::field)
        .containsExactly("/noticeId");
  }

  private ResponseEntity<Void> retry(UndeliveredController operations, RetryRequest request) {
    return fixture.transaction.execute(status -> operations.retry("k", request));
  }

  private static final class Klara implements CurrentCaller {

    @Override
    public Caller get() {
      return new Caller.Staff("klara", Set.of("claims"));
    }

    @Override
    public void requireMaySee(String ownerCustomerId, Supplier<ProblemException> notFound) {
      throw new UnsupportedOperationException("Nothing here belongs to a customer.");
    }
  }

  private static final class Once implements IdempotentCommands {

    @Override
    public <P, T> ResponseEntity<T> once(
        String key,
        String command,
        Object request,
        Class<T> answerType,
        Supplier<P> preparation,
        Function<P, ResponseEntity<T>> execution) {
      return execution.apply(preparation.get());
    }
  }
}
