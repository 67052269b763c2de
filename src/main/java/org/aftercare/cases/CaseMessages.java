package org.aftercare.cases;

import java.util.Arrays;
import java.util.stream.Stream;
import org.aftercare.engine.ModelNames;

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
}
