package dev.surveyor.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model is told, as a resource that can be read, compared and counted. Its first line is
 * {@code version: N}; a line {@code --- system}, {@code --- user} or {@code --- assistant} begins a
 * turn; <code>{{name}}</code> is where words of ours go, <code>{{data name}}</code> where text of
 * strangers goes, fenced, so that it cannot pass for an instruction.
 */
public final class Prompt {

    private static final Pattern VERSION = Pattern.compile("version: ([1-9][0-9]{0,5})");
    private static final Pattern TURN =
            Pattern.compile("(?m)^--- (system|user|assistant)\\s*$\\n?");
    private static final Pattern PLACE =
            Pattern.compile("\\{\\{(data )?([a-z][A-Za-z0-9]{0,40})\\}\\}");
    private static final int HASH_BYTES = 8;

    private final String name;
    private final int version;
    private final String hash;
    private final List<Message> turns;
    private final Set<String> places;

    private Prompt(String name, int version, String hash, List<Message> turns) {
        this.name = name;
        this.version = version;
        this.hash = hash;
        this.turns = List.copyOf(turns);
        this.places = new TreeSet<>();
        for (Message turn : turns) {
            PLACE.matcher(turn.text()).results().map(found -> found.group(2)).forEach(places::add);
        }
    }

    /** Reads {@code NAME.prompt} beside a class. */
    public static Prompt beside(Class<?> neighbour, String name) {
        String file = name + ".prompt";
        try (InputStream resource = neighbour.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalArgumentException(
                        "No prompt " + file + " beside " + neighbour.getName());
            }
            return of(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Prompt of(String name, String text) {
        String plain = text.replace("\r\n", "\n");
        int end = plain.indexOf('\n');
        Matcher version = VERSION.matcher(end < 0 ? plain : plain.substring(0, end));
        if (!version.matches()) {
            throw new IllegalArgumentException(
                    "Prompt %s must begin with a line such as 'version: 1'".formatted(name));
        }
        List<Message> turns = turns(plain.substring(end + 1));
        if (turns.isEmpty()) {
            throw new IllegalArgumentException(
                    "Prompt %s needs a line such as '--- user'".formatted(name));
        }
        return new Prompt(name, Integer.parseInt(version.group(1)), hash(plain), turns);
    }

    private static List<Message> turns(String body) {
        List<MatchResult> heads = TURN.matcher(body).results().toList();
        List<Message> turns = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            int end = i + 1 < heads.size() ? heads.get(i + 1).start() : body.length();
            turns.add(
                    new Message(
                            Message.Role.valueOf(heads.get(i).group(1).toUpperCase(Locale.ROOT)),
                            body.substring(heads.get(i).end(), end).strip()));
        }
        return turns;
    }

    private static String hash(String text) {
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    /** Of the resource: another word in it is another hash. */
    public String hash() {
        return hash;
    }

    /**
     * Puts every text in its place.
     *
     * @throws IllegalArgumentException when a place has no text or a text no place
     */
    public FilledPrompt fill(Map<String, String> texts) {
        if (!texts.keySet().equals(places)) {
            throw new IllegalArgumentException(
                    "Prompt %s wants %s, not %s".formatted(name, places, texts.keySet()));
        }
        boolean fenced = false;
        List<Message> filled = new ArrayList<>();
        for (Message turn : turns) {
            Matcher place = PLACE.matcher(turn.text());
            StringBuilder text = new StringBuilder();
            while (place.find()) {
                String there = texts.getOrDefault(place.group(2), "");
                boolean data = place.group(1) != null;
                fenced |= data;
                place.appendReplacement(
                        text,
                        Matcher.quoteReplacement(
                                data ? Fence.around(place.group(2), there) : there));
            }
            place.appendTail(text);
            filled.add(new Message(turn.role(), text.toString()));
        }
        return new FilledPrompt(name, version, hash, fenced ? explained(filled) : filled);
    }

    /** Says what fences mean, where no text of strangers can have said anything before. */
    private static List<Message> explained(List<Message> turns) {
        List<Message> all = new ArrayList<>(turns);
        Message first = all.getFirst();
        if (first.role() == Message.Role.SYSTEM) {
            all.set(0, new Message(first.role(), first.text() + "\n\n" + Fence.MEANING));
        } else {
            all.addFirst(new Message(Message.Role.SYSTEM, Fence.MEANING));
        }
        return all;
    }
}
