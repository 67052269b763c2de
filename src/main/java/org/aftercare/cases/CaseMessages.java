package org.aftercare.cases;

import java.util.Arrays;
import java.util.stream.Stream;
import org.aftercare.engine.ModelNames;

/** The messages with which customers reach the process of their case, by their names in models. */
final class CaseMessages {

  static final String HUMAN_WANTED = "HumanWanted";
  static final String CANCELLED = "CustomerCancelled";
  static final String CORRECTED = "DataCorrected";
  static final String SURVEY_ANSWERED = "SurveyAnswered";

  private CaseMessages() {}

  /** These and the answers to questions. */
  static ModelNames all() {
    return ModelNames.ofMessages(
        Stream.concat(
                Stream.of(HUMAN_WANTED, CANCELLED, CORRECTED, SURVEY_ANSWERED),
                Arrays.stream(CustomerQuestion.values()).map(CustomerQuestion::message))
            .toArray(String[]::new));
  }
}
