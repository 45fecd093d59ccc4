namespace Server.Storage;

/// <summary>A row of an answer, read by the numbers of its columns. A value of another kind than asked for is damage.</summary>
internal interface IRow
{
    /// <exception cref="InvalidCastException">It is not a text.</exception>
    string Text(int column);

    string? TextOrNull(int column);

    /// <exception cref="InvalidCastException">It is not a whole number.</exception>
    long Whole(int column);

    long? WholeOrNull(int column);

    /// <exception cref="InvalidCastException">They are not bytes.</exception>
    byte[] Bytes(int column);

    byte[]? BytesOrNull(int column);
}
