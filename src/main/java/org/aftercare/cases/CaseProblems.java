package org.aftercare.cases;

import java.util.Set;
import java.util.TreeSet;
import org.aftercare.api.ProblemException;

/** What can be wrong with a request about a case, and how to mend it. */
final class CaseProblems {

  private CaseProblems() {}

  static ProblemException notFound() {
    return ProblemException.notFound("case");
  }

  static ProblemException closed(String caseNumber) {
    return ProblemException.conflict(
        "case-closed",
        "The case is closed",
        "Nothing more can be changed in this case. To talk to a person about it, send POST /api/cases/%s/human."
            .formatted(caseNumber));
  }

  static ProblemException tooLateToCancel(String caseNumber) {
    return ProblemException.conflict(
        "too-late-to-cancel",
        "It is too late to cancel",
        "Goods or money are already on their way. To talk to a person about it, send POST /api/cases/%s/human."
            .formatted(caseNumber));
  }

  static ProblemException notAsked(String caseNumber, CustomerQuestion question) {
    return ProblemException.conflict(
        "question-not-open",
        "The question is not open",
        "The case does not wait for an answer to %s. GET /api/cases/%s lists its openQuestions; to say something else, send POST /api/cases/%s/human."
            .formatted(question, caseNumber, caseNumber));
  }

  static ProblemException alreadyAnswered(String caseNumber, CustomerQuestion question) {
    return ProblemException.conflict(
        "question-answered",
        "The question is answered",
        "The case has an answer to %s already. To change it, send POST /api/cases/%s/human."
            .formatted(question, caseNumber));
  }

  static ProblemException noSuchAnswer(Set<String> answers) {
    return ProblemException.invalid(
        "/answer",
        "This is no answer to the question in this case.",
        "Send one of " + String.join(", ", new TreeSet<>(answers)) + ".");
  }

  static ProblemException nothingToCorrect() {
    return ProblemException.invalid(
        "",
        "Nothing is corrected.",
        "Send at least one of name, email, phone, language and address.");
  }

  static ProblemException surveyTooEarly() {
    return ProblemException.conflict(
        "survey-not-open",
        "The survey is not open",
        "The survey is about closed cases. Answer it once the case is closed.");
  }

  static ProblemException surveyTooLate(long days) {
    return ProblemException.conflict(
        "survey-not-open",
        "The survey is not open",
        "The survey can be answered within %d days after the case was closed.".formatted(days));
  }

  static ProblemException surveyAnswered() {
    return ProblemException.conflict(
        "survey-answered",
        "The survey has been answered",
        "Each case has one answer, and this case has its own already.");
  }

  static ProblemException photo(PhotoRefusedException refused) {
    return switch (refused.reason()) {
      case NOT_A_PHOTO ->
          ProblemException.invalid(
              "/photo", "The file is no photo.", "Send a JPEG, PNG or WebP file.");
      case TOO_LARGE ->
          ProblemException.invalid(
              "/photo",
              "The photo is too large.",
              "Send at most %d MB.".formatted(CasePhotos.LARGEST / 1024 / 1024));
      case TOO_MANY ->
          ProblemException.conflict(
              "too-many-photos",
              "The case has all the photos it can hold",
              "A case holds %d photos. Describe the rest in words.".formatted(CasePhotos.MOST));
    };
  }
}
