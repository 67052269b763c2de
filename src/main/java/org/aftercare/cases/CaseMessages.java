package org.aftercare.cases;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aftercare.engine.MessageSenders;
import org.aftercare.engine.MessageSenders.Sent;
import org.aftercare.engine.ModelNames;
import org.aftercare.engine.StaffGroup;

/**
 * The messages with which customers, and the person who took it over, reach the process of a case,
 * by their names in models.
 */
final class CaseMessages {

  static final String HUMAN_WANTED = "HumanWanted";
  static final String CANCELLED = "CustomerCancelled";
  static final String CORRECTED = "DataCorrected";
  static final String SURVEY_ANSWERED = "SurveyAnswered";
  static final String CLOSED_BY_PERSON = "ClosedByPerson";

  private CaseMessages() {}

  /** These and the answers to questions. */
  static ModelNames all() {
    return ModelNames.ofMessages(
        Stream.concat(
                Stream.of(HUMAN_WANTED, CANCELLED, CORRECTED, SURVEY_ANSWERED, CLOSED_BY_PERSON),
                Arrays.stream(CustomerQuestion.values()).map(CustomerQuestion::message))
            .toArray(String[]::new));
  }

  static MessageSenders senders() {
    Stream<Sent> wishes =
        Stream.of(HUMAN_WANTED, CANCELLED, CORRECTED, SURVEY_ANSWERED)
            .map(name -> Sent.byCustomer(name, List.of()));
    Stream<Sent> answers =
        Arrays.stream(CustomerQuestion.values())
            .map(
                question ->
                    Sent.byCustomer(
                        question.message(),
                        List.copyOf(
                            question.variables(question.answers().iterator().next()).keySet())));
    Stream<Sent> staff = Stream.of(Sent.byStaff(CLOSED_BY_PERSON, StaffGroup.FRONT_OFFICE));
    return new MessageSenders(Stream.of(wishes, answers, staff).flatMap(all -> all).toList());
  }
}
