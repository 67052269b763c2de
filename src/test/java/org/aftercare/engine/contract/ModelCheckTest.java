package org.aftercare.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The check as a command: what it prints and answers, whatever lies in its way. */
class ModelCheckTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void fill() throws IOException {
    write("warranty/warranty-claim.bpmn", Files.readString(anyProcess()));
  }

  @Test
  void ourOwnModelsAreClean() {
    assertThat(check(Path.of("bpmn"))).as(this::output).isZero();

    assertThat(output()).contains("files checked: nothing is wrong.");
  }

  @Test
  void oneOfOurModelsIsCheckedAmongTheReleasedOnes() {
    assertThat(check(Path.of("bpmn/warranty/warranty-claim.bpmn"))).as(this::output).isZero();
  }

  @Test
  void aFormThatItsReleasedProcessCannotUseIsToldWithThatProcess() throws IOException {
    Path form =
        write(
            "talk-to-customer.form",
            Files.readString(Path.of("bpmn/shared/talk-to-customer.form"))
                .replace("\"handOver\"", "\"country\""));

    assertThat(check(form)).as(this::output).isEqualTo(ModelCheck.HOUSE_RULES_BROKEN);
    assertThat(output()).contains("hand-over.bpmn: TalkToCustomer", "house rule", "Remedy:");
  }

  @Test
  void whatOnlyTheHouseForbidsIsToldApart() throws IOException {
    Path model = write("other-people.bpmn", process("other-people", "P30D"));

    assertThat(check(model)).as(this::output).isEqualTo(ModelCheck.HOUSE_RULES_BROKEN);

    assertThat(output())
        .contains("[house rule no-code:")
        .contains("the engine refuses 0")
        .doesNotContain("[the engine refuses it:");
  }

  @Test
  void whatTheEngineRefusesIsToldInItsWords() throws IOException {
    Path model =
        write(
            "other-people.bpmn",
            process("other-people", "P30D").replace("targetRef=\"End\"", "targetRef=\"Gone\""));

    assertThat(check(model)).as(this::output).isEqualTo(ModelCheck.REFUSED);

    assertThat(output()).contains("[the engine refuses it:").contains("Gone");
  }

  @Test
  void aProcessThatWouldBeKeptForEverIsRefusedByTheEngine() throws IOException {
    Path model =
        write(
            "other-people.bpmn",
            process("other-people", "P30D").replace(" camunda:historyTimeToLive=\"P30D\"", ""));

    assertThat(check(model)).as(this::output).isEqualTo(ModelCheck.REFUSED);
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void whatIsNoTextIsToldAndNothingBesideIt(CapturedOutput console) throws IOException {
    Path model = folder.resolve("no-text.dmn");
    Files.write(model, new byte[] {(byte) 0xC3, 0x28, (byte) 0xC3, 0x28, '<', 'a'});

    assertThat(check(model)).as(this::output).isEqualTo(ModelCheck.REFUSED);

    assertThat(output()).contains("no-text.dmn: ");
    assertThat(console.getErr()).isEmpty();
  }

  @Test
  void anIdInTwoFilesIsRefused() throws IOException {
    write("a/other-people.bpmn", process("other-people", "P30D"));
    write("b/other-people.bpmn", process("other-people", "P30D"));

    assertThat(check(folder)).isEqualTo(ModelCheck.REFUSED);

    assertThat(output()).contains("a/other-people.bpmn holds the process other-people, too");
  }

  @Test
  void otherFilesInAFolderAreNoModels() throws IOException {
    Files.delete(folder.resolve("warranty/warranty-claim.bpmn"));
    write("README.md", "# Models");
    write(".git/thing.bpmn", "no model");

    assertThat(check(folder)).isEqualTo(ModelCheck.REFUSED);
    assertThat(output()).startsWith("No models to check.");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(check(folder.resolve("none"))).isEqualTo(ModelCheck.REFUSED);
    assertThat(output()).contains("There is no such file or folder.");
    assertThat(new ModelCheck(new PrintStream(printed)).run(List.of("a\0b")))
        .isEqualTo(ModelCheck.REFUSED);
    assertThat(new ModelCheck(new PrintStream(printed)).run(List.of()))
        .isEqualTo(ModelCheck.REFUSED);
  }

  @Test
  void aFolderThatHoldsItselfIsReadOnce() throws IOException {
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    Files.createSymbolicLink(folder.resolve("nowhere.bpmn"), folder.resolve("gone"));

    check(folder);

    assertThat(output()).contains("1 files checked");
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    Path huge = folder.resolve("huge.bpmn");
    byte[] block = new byte[1024 * 1024];
    Arrays.fill(block, (byte) '<');
    try (OutputStream stream = Files.newOutputStream(huge)) {
      for (int i = 0; i < 50; i++) {
        stream.write(block);
      }
    }

    assertThat(check(huge)).isEqualTo(ModelCheck.REFUSED);
    assertThat(output()).contains("larger than 4 MiB");
  }

  @Test
  void emptyAndBinaryFilesAreNoModels() throws IOException {
    for (String name : List.of("a.bpmn", "b.dmn", "c.form")) {
      write(name, "");
      Files.write(folder.resolve("x" + name), new byte[] {0, 1, (byte) 0xff, (byte) 0xfe, 60, 13});
    }

    assertThat(check(folder)).isEqualTo(ModelCheck.REFUSED);
    assertThat(output())
        .contains("/a.bpmn: ", "/b.dmn: ", "/c.form: ", "/xa.bpmn: ", "/xb.dmn: ", "/xc.form: ");
  }

  @Test
  void nothingIsFetchedForADocumentType() throws IOException {
    Path secret = write("secret.txt", "the-secret");
    for (String name : List.of("a.bpmn", "b.dmn")) {
      String model =
          "<?xml version=\"1.0\"?><!DOCTYPE definitions [<!ENTITY x SYSTEM \"%s\">]><definitions id=\"d\" name=\"&x;\">&x;</definitions>"
              .formatted(secret.toUri());

      assertThat(check(write(name, model))).isEqualTo(ModelCheck.REFUSED);
    }
    assertThat(output()).contains("DOCTYPE").doesNotContain("the-secret");
  }

  @Test
  void elementsWithinElementsForEverAreRefused() throws IOException {
    write("deep.bpmn", "<a>".repeat(100_000) + "</a>".repeat(100_000));
    write("deep.dmn", "<a>".repeat(100_000) + "</a>".repeat(100_000));
    write("deep.form", "[".repeat(100_000) + "]".repeat(100_000));
    write(
        "deeper.bpmn",
        process("deeper", "P30D")
            .replace(
                "<startEvent",
                "<subProcess id=\"s\">".repeat(20_000)
                    + "</subProcess>".repeat(20_000)
                    + "<startEvent"));

    assertThat(check(folder)).isEqualTo(ModelCheck.REFUSED);
  }

  @Test
  void aNameCannotForgeALine() throws IOException {
    check(write("forged\nfiles checked: nothing is wrong.bpmn", "no model"));

    assertThat(output().lines()).hasSize(2);
  }

  private static Path anyProcess() {
    return Path.of("bpmn/warranty/warranty-claim.bpmn");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private int check(Path path) {
    return new ModelCheck(new PrintStream(printed, true, StandardCharsets.UTF_8))
        .run(List.of(path.toString()));
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** A model of other people: Camunda runs it, and nothing of this house was known to them. */
  static String process(String id, String timeToLive) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Their" targetNamespace="theirs">
          <process id="%s" isExecutable="true" camunda:historyTimeToLive="%s">
            <startEvent id="Start" />
            <sequenceFlow id="One" sourceRef="Start" targetRef="Work" />
            <serviceTask id="Work" camunda:class="com.example.TheirWork" />
            <sequenceFlow id="Two" sourceRef="Work" targetRef="End" />
            <endEvent id="End" />
          </process>
        </definitions>
        """
        .formatted(id, timeToLive);
  }
}
