package org.aftercare.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The model of the hand-over under another id, to change and to deploy: nothing calls it, so no
 * other test meets it.
 */
public final class HandOverCopy {

  public static final String ID = "hand-over-copy";
  public static final String FILE = ID + ".bpmn";

  private HandOverCopy() {}

  public static String model() {
    try {
      return Files.readString(Path.of("bpmn/shared/hand-over.bpmn"))
          .replace("\"hand-over\"", "\"" + ID + "\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The customer is called instead: the step keeps its id, and other things of it change. */
  public static String edited() {
    return model()
        .replace("name=\"Talk to the customer\"", "name=\"Call the customer\"")
        .replace("camunda:priority=\"80\"", "camunda:priority=\"90\"");
  }

  /** The step gets another id, which to the engine is another step. */
  public static String withAnotherStep() {
    return model()
        .replace("\"TalkToCustomer\"", "\"CallCustomer\"")
        .replace(">TalkToCustomer<", ">CallCustomer<");
  }
}
