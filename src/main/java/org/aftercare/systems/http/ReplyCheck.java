package org.aftercare.systems.http;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.aftercare.systems.Address;
import org.aftercare.systems.Money;

/**
 * Holds a reply's fields against the contract. What it says about a field names the field and never
 * what stood in it.
 */
public final class ReplyCheck {

  /** Of another system's number for something, as our tables keep it. */
  public static final int LONGEST_ID = 100;

  /** Of the numbers that customers know: of an order or an item. */
  public static final int LONGEST_NUMBER = 64;

  /** Of a product's or part's name, and of a tracking number. */
  public static final int LONGEST_NAME = 200;

  private static final int LONGEST_TEXT = 500;

  /** Far above any product's price; above it somebody has mistaken the unit. */
  private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("1000000000");

  /** Learnt once: looking a currency up by code throws for an unknown one. */
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private final String path;

  private ReplyCheck(String path) {
    this.path = path;
  }

  static ReplyCheck ofReply() {
    return new ReplyCheck("");
  }

  /** A field that has to be there. */
  public <T> T present(String field, T content) {
    if (content == null) {
      throw broken(field, "is missing");
    }
    return content;
  }

  /** A text that has to be there and say something. */
  public void text(String field, String content) {
    text(field, content, LONGEST_TEXT);
  }

  /**
   * The same for a text that we keep: one that our tables cannot hold is found out here, before
   * anything is stored that rests on it.
   */
  public void text(String field, String content, int longest) {
    present(field, content);
    if (content.isBlank()) {
      throw broken(field, "is blank");
    }
    optionalText(field, content, longest);
  }

  /** A text that may be left out. */
  public void optionalText(String field, String content) {
    optionalText(field, content, LONGEST_TEXT);
  }

  public void optionalText(String field, String content, int longest) {
    if (content == null) {
      return;
    } else if (content.length() > longest) {
      throw broken(field, "is longer than " + longest + " characters");
    } else if (content.indexOf('\0') >= 0) {
      // PostgreSQL cannot keep it.
      throw broken(field, "holds the character U+0000");
    }
  }

  /** The field says which thing was asked for; another one is somebody else's data. */
  public void same(String field, String asked, String content) {
    text(field, content);
    if (!content.equals(asked)) {
      throw broken(field, "is not the one that was asked for");
    }
  }

  public void notNegative(String field, int content) {
    if (content < 0) {
      throw broken(field, "is below 0");
    }
  }

  public void money(String field, Money content) {
    present(field, content);
    ReplyCheck inside = new ReplyCheck(path + field + ".");
    inside.text("currency", content.currency());
    if (!CURRENCIES.contains(content.currency())) {
      throw inside.broken("currency", "is not a currency of ISO 4217");
    }
    inside.present("amount", content.amount());
    if (content.amount().signum() < 0) {
      throw inside.broken("amount", "is below 0");
    }
    if (content.amount().compareTo(LARGEST_AMOUNT) > 0) {
      throw inside.broken("amount", "is above " + LARGEST_AMOUNT);
    }
    int digits = Currency.getInstance(content.currency()).getDefaultFractionDigits();
    if (digits >= 0 && content.amount().stripTrailingZeros().scale() > digits) {
      throw inside.broken("amount", "has more decimals than its currency");
    }
  }

  /** A country code of two letters; which countries are served is decided elsewhere. */
  public void country(String field, String content) {
    present(field, content);
    if (!content.matches("[A-Z]{2}")) {
      throw broken(field, "is not a country code of ISO 3166");
    }
  }

  public void address(String field, Address content) {
    present(field, content);
    ReplyCheck inside = new ReplyCheck(path + field + ".");
    inside.text("street", content.street());
    inside.text("postalCode", content.postalCode());
    inside.text("city", content.city());
    inside.country("country", content.country());
  }

  /** Each item of a list that has to be there; the list may be empty. */
  public <T> void each(String field, List<T> content, BiConsumer<ReplyCheck, T> check) {
    present(field, content);
    for (int i = 0; i < content.size(); i++) {
      String item = field + "[" + i + "]";
      check.accept(new ReplyCheck(path + item + "."), present(item, content.get(i)));
    }
  }

  /** Says that a field does not keep the contract, in a way that needs no look at its content. */
  public BrokenContractException broken(String field, String what) {
    return new BrokenContractException(path + field + " " + what);
  }
}
