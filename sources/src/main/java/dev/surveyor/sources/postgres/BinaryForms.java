package dev.surveyor.sources.postgres;

import dev.surveyor.sources.profile.Bytes;
import dev.surveyor.sources.profile.CellForm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/** The server's binary forms of cells, printed as it would print them. */
enum BinaryForms implements CellForm {
    INTEGER {
        @Override
        public long rank(byte[] row, int from, int length) {
            return whole(row, from, length);
        }

        @Override
        public String print(byte[] cell) {
            return Long.toString(whole(cell, 0, cell.length));
        }

        @Override
        public int printedLength(byte[] row, int from, int length) {
            long value = whole(row, from, length);
            int digits = value < 0 ? 2 : 1;
            for (long rest = Math.abs(value) / 10; rest > 0; rest /= 10) {
                digits++;
            }
            return digits;
        }
    },
    FLOAT {
        @Override
        public long rank(byte[] row, int from, int length) {
            long bits =
                    Double.doubleToLongBits(
                            length == Float.BYTES
                                    ? Float.intBitsToFloat(Bytes.intAt(row, from))
                                    : Double.longBitsToDouble(Bytes.longAt(row, from)));
            return bits ^ ((bits >> 63) & Long.MAX_VALUE);
        }

        @Override
        public String print(byte[] cell) {
            return cell.length == Float.BYTES
                    ? number(Float.toString(Float.intBitsToFloat(Bytes.intAt(cell, 0))), 6)
                    : number(Double.toString(Double.longBitsToDouble(Bytes.longAt(cell, 0))), 15);
        }
    },
    BOOLEAN {
        @Override
        public long rank(byte[] row, int from, int length) {
            return row[from];
        }

        @Override
        public String print(byte[] cell) {
            return cell[0] == 0 ? "false" : "true";
        }
    },
    DATE {
        @Override
        public long rank(byte[] row, int from, int length) {
            return Bytes.intAt(row, from);
        }

        @Override
        public String print(byte[] cell) {
            int days = Bytes.intAt(cell, 0);
            if (days == Integer.MAX_VALUE || days == Integer.MIN_VALUE) {
                return days > 0 ? "infinity" : "-infinity";
            }
            LocalDate date = EPOCH.toLocalDate().plusDays(days);
            return date(date) + era(date);
        }
    },
    TIMESTAMP {
        @Override
        public long rank(byte[] row, int from, int length) {
            return Bytes.longAt(row, from);
        }

        @Override
        public String print(byte[] cell) {
            return timestamp(cell, "");
        }
    },
    TIMESTAMP_WITH_ZONE {
        @Override
        public long rank(byte[] row, int from, int length) {
            return Bytes.longAt(row, from);
        }

        @Override
        public String print(byte[] cell) {
            return timestamp(cell, "+00");
        }
    },
    TIME {
        @Override
        public long rank(byte[] row, int from, int length) {
            return Bytes.longAt(row, from);
        }

        @Override
        public String print(byte[] cell) {
            long micros = Bytes.longAt(cell, 0);
            return micros == MICROS_OF_DAY
                    ? "24:00:00"
                    : time(LocalTime.ofNanoOfDay(micros * 1000));
        }
    },
    UUID {
        @Override
        public boolean rankIsWhole() {
            return false;
        }

        @Override
        public long rank(byte[] row, int from, int length) {
            return Bytes.longAt(row, from) ^ Long.MIN_VALUE;
        }

        @Override
        public int compare(byte[] left, byte[] right) {
            return java.util.Arrays.compareUnsigned(left, right);
        }

        @Override
        public String print(byte[] cell) {
            return new java.util.UUID(Bytes.longAt(cell, 0), Bytes.longAt(cell, 8)).toString();
        }

        @Override
        public int printedLength(byte[] row, int from, int length) {
            return 36;
        }
    },
    BYTES {
        @Override
        public boolean ordered() {
            return false;
        }

        @Override
        public long rank(byte[] row, int from, int length) {
            return 0;
        }

        @Override
        public String print(byte[] cell) {
            return "\\x" + HexFormat.of().formatHex(cell);
        }

        @Override
        public int printedLength(byte[] row, int from, int length) {
            return length;
        }
    };

    private static final LocalDateTime EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final long MICROS_OF_DAY = 86_400_000_000L;

    @Override
    public boolean ordered() {
        return true;
    }

    @Override
    public boolean rankIsWhole() {
        return true;
    }

    @Override
    public int compare(byte[] left, byte[] right) {
        return Long.compare(rank(left, 0, left.length), rank(right, 0, right.length));
    }

    @Override
    public int printedLength(byte[] row, int from, int length) {
        return print(java.util.Arrays.copyOfRange(row, from, from + length)).length();
    }

    private static long whole(byte[] row, int from, int length) {
        return switch (length) {
            case Short.BYTES -> Bytes.shortAt(row, from);
            case Integer.BYTES -> Bytes.intAt(row, from);
            default -> Bytes.longAt(row, from);
        };
    }

    private static String timestamp(byte[] cell, String zone) {
        long micros = Bytes.longAt(cell, 0);
        if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
            return micros > 0 ? "infinity" : "-infinity";
        }
        LocalDateTime moment =
                LocalDateTime.ofInstant(
                                Instant.EPOCH.plus(micros, ChronoUnit.MICROS), ZoneOffset.UTC)
                        .plusDays(EPOCH.toLocalDate().toEpochDay());
        return date(moment.toLocalDate())
                + ' '
                + time(moment.toLocalTime())
                + zone
                + era(moment.toLocalDate());
    }

    private static String date(LocalDate date) {
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        return digits(year, 4)
                + '-'
                + digits(date.getMonthValue(), 2)
                + '-'
                + digits(date.getDayOfMonth(), 2);
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : " BC";
    }

    private static String time(LocalTime time) {
        String seconds =
                digits(time.getHour(), 2)
                        + ':'
                        + digits(time.getMinute(), 2)
                        + ':'
                        + digits(time.getSecond(), 2);
        int micros = time.getNano() / 1000;
        return micros == 0 ? seconds : seconds + fraction(micros);
    }

    private static String digits(int number, int least) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, least - digits.length())) + digits;
    }

    private static String fraction(int micros) {
        String digits = digits(micros, 6);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return '.' + digits.substring(0, end);
    }

    /** The shortest digits that tell the number, as servers since 12 write them. */
    private static String number(String java, int plainDigits) {
        if (List.of("NaN", "Infinity", "-Infinity").contains(java)) {
            return java;
        }
        int point = java.indexOf('.');
        if (point <= plainDigits && java.indexOf('E') < 0) {
            return java.endsWith(".0") ? java.substring(0, point) : java;
        }
        BigDecimal number = new BigDecimal(java).stripTrailingZeros();
        int exponent = number.precision() - number.scale() - 1;
        if (exponent >= -4 && exponent < plainDigits) {
            return number.toPlainString();
        }
        String digits = number.unscaledValue().abs().toString();
        return (number.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "e"
                + (exponent < 0 ? "-" : "+")
                + "%02d".formatted(Math.abs(exponent));
    }
}
