package org.aftercare.customers;

import java.time.ZoneId;
import java.util.Map;

/** The time zone in which most of a country's customers live. */
final class CountryZones {

  /** The EU, EEA, Switzerland and the United Kingdom: where the company sells. */
  private static final Map<String, ZoneId> ZONES =
      Map.ofEntries(
          zone("AT", "Europe/Vienna"),
          zone("BE", "Europe/Brussels"),
          zone("BG", "Europe/Sofia"),
          zone("CH", "Europe/Zurich"),
          zone("CY", "Asia/Nicosia"),
          zone("CZ", "Europe/Prague"),
          zone("DE", "Europe/Berlin"),
          zone("DK", "Europe/Copenhagen"),
          zone("EE", "Europe/Tallinn"),
          zone("ES", "Europe/Madrid"),
          zone("FI", "Europe/Helsinki"),
          zone("FR", "Europe/Paris"),
          zone("GB", "Europe/London"),
          zone("GR", "Europe/Athens"),
          zone("HR", "Europe/Zagreb"),
          zone("HU", "Europe/Budapest"),
          zone("IE", "Europe/Dublin"),
          zone("IS", "Atlantic/Reykjavik"),
          zone("IT", "Europe/Rome"),
          zone("LI", "Europe/Vaduz"),
          zone("LT", "Europe/Vilnius"),
          zone("LU", "Europe/Luxembourg"),
          zone("LV", "Europe/Riga"),
          zone("MT", "Europe/Malta"),
          zone("NL", "Europe/Amsterdam"),
          zone("NO", "Europe/Oslo"),
          zone("PL", "Europe/Warsaw"),
          zone("PT", "Europe/Lisbon"),
          zone("RO", "Europe/Bucharest"),
          zone("SE", "Europe/Stockholm"),
          zone("SI", "Europe/Ljubljana"),
          zone("SK", "Europe/Bratislava"));

  /** Most of Europe's clocks; nobody is woken up by an hour's difference. */
  private static final ZoneId ELSEWHERE = ZoneId.of("Europe/Stockholm");

  private CountryZones() {}

  static ZoneId of(String country) {
    return country == null ? ELSEWHERE : ZONES.getOrDefault(country, ELSEWHERE);
  }

  private static Map.Entry<String, ZoneId> zone(String country, String zone) {
    return Map.entry(country, ZoneId.of(zone));
  }
}
