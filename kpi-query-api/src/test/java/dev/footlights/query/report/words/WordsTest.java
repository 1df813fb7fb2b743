package dev.footlights.query.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    /** Where a time is told without its minutes, in a sentence as beside a bar, it is the nearest hour. */
    @ParameterizedTest
    @CsvSource({
        "59, 59 min, 59 min",
        "1240, 20 h 40 min, 20.7 h",
        "5999, 99 h 59 min, 100 h",
        "15389, 256 h, 256 h",
        "15390, 257 h, 257 h",
        "38790, 647 h, 647 h"
    })
    void timeIsTheSameInWordsAsBesideABar(double minutes, String inWords, String besideABar) {
        assertThat(Words.duration(minutes).replace('\u00a0', ' ')).isEqualTo(inWords);
        assertThat(Words.hours(minutes).replace('\u00a0', ' ')).isEqualTo(besideABar);
    }
}
