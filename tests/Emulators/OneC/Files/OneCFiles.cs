using System.Collections.Concurrent;

namespace Emulators.OneC;

/// <summary>Files that travel in parts, and whole ones.</summary>
public sealed class OneCFiles
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<int, byte[]>> uploads = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> whole = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (byte[] Content, int Block)> transfers = new(StringComparer.Ordinal);
    private int received, served, released;

    /// <summary>Parts received, repeated ones included.</summary>
    public int PartsReceived => received;

    /// <summary>Parts given out, repeated ones included.</summary>
    public int PartsServed => served;

    /// <summary>Transfers released by the caller.</summary>
    public int Released => released;

    /// <summary>Transfers and uploads nobody has released.</summary>
    public int Open => transfers.Count + uploads.Count;

    /// <summary>The bytes of a file, or null.</summary>
    public byte[]? Whole(string id) => whole.GetValueOrDefault(id);

    /// <summary>Puts a file into the base.</summary>
    /// <returns>Its id.</returns>
    public string Add(byte[] content)
    {
        var id = Guid.NewGuid().ToString();
        whole[id] = content;
        return id;
    }

    internal void Put(string session, int number, byte[] content)
    {
        if (number < 1) throw Bad($"Части нумеруются с 1, а пришла {number}");
        Interlocked.Increment(ref received);
        uploads.GetOrAdd(session, _ => new ConcurrentDictionary<int, byte[]>())[number] = content;
    }

    internal string Assemble(string session, int count)
    {
        if (!uploads.TryGetValue(session, out var parts)) throw Bad($"Нет частей файла {session}");
        var missing = Enumerable.Range(1, Math.Max(0, count)).Where(number => !parts.ContainsKey(number)).ToList();
        if (count < 1 || missing.Count > 0 || parts.Count != count) throw Bad($"Получено частей: {parts.Count}, ожидалось {count}; нет частей: {string.Join(", ", missing)}");
        uploads.TryRemove(session, out _);
        return Add([.. Enumerable.Range(1, count).SelectMany(number => parts[number])]);
    }

    internal (string Session, int Parts) Prepare(string file, int blockKilobytes)
    {
        if (Whole(file) is not { } content) throw Bad($"Файл {file} не найден");
        if (blockKilobytes < 0) throw Bad($"Размер блока отрицательный: {blockKilobytes}");
        var block = blockKilobytes == 0 ? Math.Max(1, content.Length) : blockKilobytes * 1024;
        var session = Guid.NewGuid().ToString();
        transfers[session] = (content, block);
        return (session, Math.Max(1, (content.Length + block - 1) / block));
    }

    internal byte[] Part(string session, int number)
    {
        if (!transfers.TryGetValue(session, out var transfer)) throw Bad($"Передача {session} не найдена");
        var from = (long)(number - 1) * transfer.Block;
        if (number < 1 || (from >= transfer.Content.Length && number > 1)) throw Bad($"Нет части {number}");
        Interlocked.Increment(ref served);
        return [.. transfer.Content.Skip((int)from).Take(transfer.Block)];
    }

    internal void Release(string session)
    {
        if (transfers.TryRemove(session, out _) | uploads.TryRemove(session, out _)) Interlocked.Increment(ref released);
    }

    private static OneCCallException Bad(string message) => new(400, "BAD_FILE", message);
}
