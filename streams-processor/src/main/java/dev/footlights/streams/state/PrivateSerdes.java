package dev.footlights.streams.state;

import dev.footlights.streams.fold.Chain;
import dev.footlights.streams.fold.LatestSession;
import dev.footlights.streams.fold.PendingSearch;
import dev.footlights.streams.fold.Presence;
import dev.footlights.streams.fold.Search;
import dev.footlights.streams.fold.TeamSet;
import dev.footlights.streams.fold.Visit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;

/** The bytes of private state. */
final class PrivateSerdes {
    /** Where 1 had whether a search was counted, 2 has its stage, of which 1 knew the first two. */
    private static final int CHAIN_VERSION = 2;

    private PrivateSerdes() {}

    static Serde<Chain> chain() {
        return new PackedSerde<>(CHAIN_VERSION, PrivateSerdes::write, PrivateSerdes::readChain);
    }

    static Serde<Presence> presence() {
        return new PackedSerde<>(1, PrivateSerdes::write, PrivateSerdes::readPresence);
    }

    static Serde<PendingSearch> pendingSearch() {
        return new PackedSerde<>(
                1,
                (writer, pending) ->
                        writer.text(pending.actor()).text(pending.importId()).number(pending.arrivedAt()),
                reader -> new PendingSearch(reader.text(), reader.text(), reader.number()));
    }

    private static void write(BinaryWriter writer, Chain chain) {
        Visit visit = chain.visit();
        writer.flag(visit != null);
        if (visit != null) {
            writer.text(visit.path()).number(visit.at());
        }
        Search search = chain.search();
        writer.flag(search != null);
        if (search != null) {
            write(writer, search);
        }
        LatestSession session = chain.session();
        writer.flag(session != null);
        if (session != null) {
            writer.text(session.key()).number(session.start()).number(session.end());
        }
        writer.number(chain.touchedAt());
    }

    private static Chain readChain(BinaryReader reader) {
        return new Chain(
                reader.flag() ? new Visit(reader.text(), reader.number()) : null,
                reader.flag() ? readSearch(reader) : null,
                reader.flag() ? new LatestSession(reader.text(), reader.number(), reader.number()) : null,
                reader.number());
    }

    private static void write(BinaryWriter writer, Search search) {
        writer.text(search.term()).number(search.at()).flag(search.zeroResults());
        write(writer, search.teams().teams());
        writer.text(search.teams().id())
                .text(search.feature())
                .raw(numberOf(search.stage()))
                .number(search.earlierFirstAt())
                .number(search.earlierLastAt());
    }

    private static Search readSearch(BinaryReader reader) {
        return new Search(
                reader.text(),
                reader.number(),
                reader.flag(),
                new TeamSet(readTexts(reader), reader.text()),
                reader.text(),
                stageOf(reader.raw()),
                reader.number(),
                reader.number());
    }

    private static int numberOf(Search.Stage stage) {
        return switch (stage) {
            case TYPED -> 0;
            case PAUSED -> 1;
            case LEFT -> 2;
        };
    }

    private static Search.Stage stageOf(int number) {
        return switch (number) {
            case 0 -> Search.Stage.TYPED;
            case 1 -> Search.Stage.PAUSED;
            case 2 -> Search.Stage.LEFT;
            default -> throw new SerializationException("no stage of a search has the number " + number);
        };
    }

    /** Team sets stand once, as nearly all entries share theirs. */
    private static void write(BinaryWriter writer, Presence presence) {
        List<List<String>> teamSets = presence.entries().stream()
                .map(Presence.Entry::teams)
                .distinct()
                .toList();
        writer.number(teamSets.size());
        teamSets.forEach(teams -> write(writer, teams));
        writer.number(presence.entries().size());
        for (Presence.Entry entry : presence.entries()) {
            writer.number(teamSets.indexOf(entry.teams()))
                    .text(entry.feature())
                    .number(entry.hours())
                    .number(entry.firstAt());
        }
    }

    private static Presence readPresence(BinaryReader reader) {
        int sets = reader.count();
        List<List<String>> teamSets = new ArrayList<>(sets);
        for (int index = 0; index < sets; index++) {
            teamSets.add(readTexts(reader));
        }
        int count = reader.count();
        List<Presence.Entry> entries = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            entries.add(
                    new Presence.Entry(teamSets.get(reader.count()), reader.text(), reader.number(), reader.number()));
        }
        return new Presence(entries);
    }

    private static void write(BinaryWriter writer, List<String> texts) {
        writer.number(texts.size());
        texts.forEach(writer::text);
    }

    private static List<String> readTexts(BinaryReader reader) {
        int count = reader.count();
        List<String> texts = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            texts.add(reader.text());
        }
        return texts;
    }
}
