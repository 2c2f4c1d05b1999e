package dev.surveyor.sources.guard.postgres;
import java.nio.file.*; import java.util.*;
class Scratch {
  public static void main(String[] a) throws Exception {
    for (String f : a) {
    int ok=0,bad=0; long t0=System.nanoTime();
    for (String b : Files.readString(Path.of(f)).split("(?m)^-- id: ")) {
      int nl=b.indexOf('\n'); if (nl<0 || b.startsWith("--")) continue;
      String id=b.substring(0,Math.min(nl,50)), sql=b.substring(nl+1).strip();
      try { Statement s=Parser.statement(sql); String p=Printer.print(s,new AsWritten());
        Statement s2; try { s2=Parser.statement(p);} catch(RuntimeException e){ System.out.println("REPARSE "+id+" "+e.getMessage()+"\n   "+p); bad++; continue; }
        if(!s2.equals(s)) { System.out.println("DIFF "+id+"\n  "+p+"\n  "+Printer.print(s2,new AsWritten())); bad++; } else {ok++; if(f.contains("accept")&& a.length==1) System.out.println(p);} }
      catch (dev.surveyor.sources.guard.Refusing e) { bad++; System.out.println(id+" => "+e.refusal().rule().id()+" "+e.getMessage()); }
    }
    System.out.println(f+" ok="+ok+" bad="+bad+" ms="+(System.nanoTime()-t0)/1e6);
    }
  }
}
