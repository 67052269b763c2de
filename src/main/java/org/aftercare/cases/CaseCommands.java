package org.aftercare.cases;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aftercare.api.Caller;
import org.aftercare.customers.Customers;
import org.aftercare.engine.AwaitedMessages;
import org.aftercare.engine.ClosedCaseTasks;
import org.aftercare.engine.InboundMessage;
import org.aftercare.engine.Inbox;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers, and staff on their behalf, can ask of a case. What a command changes, its line in
 * the timeline and its message to the process are committed together.
 */
@Service
@Transactional
class CaseCommands {

  /** The longest free text, in characters. */
  static final int LONGEST_TEXT = 4000;

  private static final Duration SURVEY_OPEN = Duration.ofDays(30);
  private static final String FRONT_OFFICE = "front-office";
  private static final String CUSTOMER = "customer";

  private final Cases cases;
  private final CustomerOptions options;
  private final CasePhotos photos;
  private final Surveys surveys;
  private final Customers customers;
  private final Inbox inbox;
  private final ClosedCaseTasks closedCaseTasks;
  private final AwaitedMessages awaited;
  private final Notifications notifications;
  private final Clock clock;

  CaseCommands(
      Cases cases,
      CustomerOptions options,
      CasePhotos photos,
      Surveys surveys,
      Customers customers,
      Inbox inbox,
      ClosedCaseTasks closedCaseTasks,
      AwaitedMessages awaited,
      Notifications notifications,
      Clock clock) {
    this.cases = cases;
    this.options = options;
    this.photos = photos;
    this.surveys = surveys;
    this.customers = customers;
    this.inbox = inbox;
    this.closedCaseTasks = closedCaseTasks;
    this.awaited = awaited;
    this.notifications = notifications;
    this.clock = clock;
  }

  /** The case is taken back, unless it is too late for that. */
  void cancel(ServiceCase of, Command by) {
    requireOpen(of);
    if (!options.cancel(of)) {
      throw CaseProblems.tooLateToCancel(of.caseNumber());
    }
    cases.record(of.caseNumber(), "case.cancel-wanted", Map.of());
    send(of, by, CaseMessages.CANCELLED, Map.of());
  }

  /** The customer's data are corrected at once; what was already done with them, by the process. */
  void correct(ServiceCase of, Command by, CorrectionRequest correction) {
    requireOpen(of);
    if (correction.correctsNothing()) {
      throw CaseProblems.nothingToCorrect();
    }
    customers.correct(of.customerId(), correction.toCorrection());
    cases.record(of.caseNumber(), "case.data-corrected", Map.of());
    send(of, by, CaseMessages.CORRECTED, Map.of());
  }

  /**
   * A person is wanted. The process of a running case hands it over, once; a closed case has no
   * process that could, so it becomes a task of its own. Whoever asks again is heard again: the
   * front office is told.
   */
  void callHuman(ServiceCase of, Command by, String text) {
    keepText(of, by, "human", text);
    cases.record(of.caseNumber(), "case.human-wanted", Map.of());
    if (cases.askForPerson(of.caseNumber())) {
      send(of, by, CaseMessages.HUMAN_WANTED, Map.of());
      return;
    }
    if (of.closedAt() != null) {
      closedCaseTasks.talkToCustomer(of.caseNumber(), of.country());
    }
    notifications.tell(
        new Notice(
            messageId(of, by) + "/human/" + FRONT_OFFICE,
            of.caseNumber(),
            new Recipient.ToTeam(FRONT_OFFICE),
            "case.human-wanted",
            Map.of()));
  }

  /**
   * An answer that the process waits for. A question that is asked again has a wait of its own, so
   * that the copy of an answer, sent again under another key, never answers the next time.
   */
  void answer(ServiceCase of, Command by, CustomerAnswer answer) {
    requireOpen(of);
    CustomerQuestion question = answer.question();
    String wait =
        awaited
            .wait(of.caseNumber(), question.message())
            .orElseThrow(() -> CaseProblems.notAsked(of.caseNumber(), question));
    Set<String> answers = options.answers(of, question);
    if (!answers.contains(answer.answer())) {
      throw CaseProblems.noSuchAnswer(answers);
    }
    boolean first =
        inbox.accept(
            new InboundMessage(
                CUSTOMER,
                of.caseNumber() + "/answer/" + wait,
                question.message(),
                of.caseNumber(),
                question.variables(answer.answer())));
    if (!first) {
      throw CaseProblems.alreadyAnswered(of.caseNumber(), question);
    }
    keepText(of, by, "answer." + question, answer.text());
    cases.record(of.caseNumber(), "case.answered", Map.of("question", question.name()));
  }

  /** How it went, once for each closed case. */
  void survey(ServiceCase of, Command by, SurveyAnswer answer) {
    if (of.status() != ServiceCase.Status.CLOSED) {
      throw CaseProblems.surveyTooEarly();
    }
    if (clock.instant().isAfter(of.closedAt().plus(SURVEY_OPEN))) {
      throw CaseProblems.surveyTooLate(SURVEY_OPEN.toDays());
    }
    if (!surveys.keep(of, answer)) {
      throw CaseProblems.surveyAnswered();
    }
    keepText(of, by, "survey", answer.comment());
    cases.record(of.caseNumber(), "case.survey-answered", Map.of());
    // The process waits shorter than the customer may answer; one that is over waits for nothing.
    if (!awaited.of(of.caseNumber()).isEmpty()) {
      send(of, by, CaseMessages.SURVEY_ANSWERED, Map.of());
    }
  }

  /** A photo is added to the case. */
  CasePhotos.Photo addPhoto(ServiceCase of, byte[] content) {
    requireOpen(of);
    CasePhotos.Photo photo = photos.add(of.caseNumber(), content);
    cases.record(of.caseNumber(), "case.photo-added", Map.of());
    return photo;
  }

  boolean surveyOpen(ServiceCase of) {
    return of.status() == ServiceCase.Status.CLOSED
        && options.asksHowItWent(of)
        && !clock.instant().isAfter(of.closedAt().plus(SURVEY_OPEN))
        && !surveys.answered(of.caseNumber());
  }

  boolean mayCancel(ServiceCase of) {
    return of.closedAt() == null && options.mayCancel(of);
  }

  private static void requireOpen(ServiceCase of) {
    if (of.closedAt() != null) {
      throw CaseProblems.closed(of.caseNumber());
    }
  }

  private void keepText(ServiceCase of, Command by, String about, String text) {
    if (text != null && !text.isBlank()) {
      cases.note(of.caseNumber(), by.author(), about, text.strip());
    }
  }

  private void send(ServiceCase of, Command by, String message, Map<String, Object> variables) {
    inbox.accept(
        new InboundMessage(CUSTOMER, messageId(of, by), message, of.caseNumber(), variables));
  }

  /** Two callers may have chosen the same key; who they are stays out of the inbox. */
  private static String messageId(ServiceCase of, Command by) {
    byte[] callerAndKey =
        (by.caller().reference() + "\n" + by.key()).getBytes(StandardCharsets.UTF_8);
    return of.caseNumber() + "/" + UUID.nameUUIDFromBytes(callerAndKey);
  }

  /**
   * @param caller who sent the command
   * @param key its idempotency key
   */
  record Command(Caller caller, String key) {

    /** How notes name the author. */
    String author() {
      return caller instanceof Caller.Staff staff ? staff.userId() : "customer";
    }
  }
}
