package org.aftercare.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Our own models, damaged in many ways by a seeded generator: the check never fails, and a rule
 * that cannot judge a model is excused only by the engine's refusing it.
 */
class DamagedModelsTest {

  /** Files for each kind of damage. */
  private static final int EACH = 31;

  private static final long SEED = 20_261_122L;
  private static final Pattern ATTRIBUTE = Pattern.compile(" [\\w:]+=\"[^\"]*\"");
  private static final Pattern LEAF =
      Pattern.compile("<[\\w:]+( [^<>]*)?/>|<[\\w:]+[^<>]*>[^<]*</[\\w:]+>");
  private static final Pattern JSON_MEMBER =
      Pattern.compile("\"\\w+\": (\"[^\"]*\"|\\d+|true|false),?");

  private static ModelVocabulary vocabulary;
  private static DeployedModels released;
  private static List<ModelFile> ours;

  @BeforeAll
  static void read() {
    vocabulary = ProductVocabulary.read();
    released = new ReleasedModels();
    ours = NamedFiles.read(List.of("bpmn")).models();
  }

  /** How a file comes to harm. */
  private enum Damage {
    CUT,
    FLIPPED_BIT,
    LOST_BYTES,
    LOST_ATTRIBUTE,
    LOST_ELEMENT,
    EMPTIED_ATTRIBUTE,
    SWAPPED_ATTRIBUTES;

    ModelFile done(ModelFile file, Random random) {
      byte[] content = file.content().clone();
      int at = random.nextInt(content.length);
      byte[] damaged =
          switch (this) {
            case CUT -> Arrays.copyOf(content, at);
            case FLIPPED_BIT -> {
              content[at] ^= (byte) (1 << random.nextInt(8));
              yield content;
            }
            case LOST_BYTES -> {
              int end = Math.min(content.length, at + 1 + random.nextInt(200));
              byte[] rest = Arrays.copyOf(content, content.length - (end - at));
              System.arraycopy(content, end, rest, at, content.length - end);
              yield rest;
            }
            case LOST_ATTRIBUTE -> replaced(file, ATTRIBUTE, random, found -> "");
            case LOST_ELEMENT -> replaced(file, LEAF, random, found -> "");
            case EMPTIED_ATTRIBUTE ->
                replaced(
                    file,
                    ATTRIBUTE,
                    random,
                    found -> found.substring(0, found.indexOf('"')) + "\"\"");
            case SWAPPED_ATTRIBUTES ->
                replaced(
                    file,
                    ATTRIBUTE,
                    random,
                    found -> found.substring(0, found.indexOf('"')) + "\"StartOrEnd\"");
          };
      return new ModelFile(file.path(), damaged);
    }

    private static byte[] replaced(
        ModelFile file, Pattern pattern, Random random, UnaryOperator<String> change) {
      String text = new String(file.content(), StandardCharsets.UTF_8);
      Pattern wanted = file.kind() == ModelFile.Kind.FORM ? JSON_MEMBER : pattern;
      List<MatchResult> places = wanted.matcher(text).results().toList();
      if (places.isEmpty()) {
        return new byte[0];
      }
      MatchResult place = places.get(random.nextInt(places.size()));
      return (text.substring(0, place.start())
              + change.apply(place.group())
              + text.substring(place.end()))
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  @Test
  void theCheckOutlivesThemAll() {
    Random random = new Random(SEED);
    ModelContract contract = new ModelContract();
    List<String> excused = new ArrayList<>();
    int checked = 0;
    int refused = 0;
    for (Damage damage : Damage.values()) {
      for (int i = 0; i < EACH; i++) {
        ModelFile file = ours.get((damage.ordinal() + 3 * i) % ours.size());
        ModelFile damaged = damage.done(file, random);
        List<Finding> findings = check(contract, damaged, damage);
        checked++;
        if (findings.stream().anyMatch(found -> found.nature() == Finding.Nature.ENGINE)) {
          refused++;
        }
        findings.stream()
            .filter(found -> found.problem().contains("cannot be judged"))
            .map(found -> damage + " " + found.describe())
            .forEach(excused::add);
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(200);
    assertThat(refused).as("refused by the engine, of " + checked).isBetween(1, checked - 1);
    assertThat(excused).as("the engine would run it, so every rule must judge it").isEmpty();
  }

  private static List<Finding> check(ModelContract contract, ModelFile damaged, Damage damage) {
    try {
      return contract.checkChange(List.of(damaged), vocabulary, released);
    } catch (RuntimeException | StackOverflowError e) {
      return fail("%s of %s (written to %s)".formatted(damage, damaged.path(), kept(damaged)), e);
    }
  }

  private static Path kept(ModelFile damaged) {
    try {
      return Files.write(Files.createTempFile("damaged", damaged.name()), damaged.content());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
