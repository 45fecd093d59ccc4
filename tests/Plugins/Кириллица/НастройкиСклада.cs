namespace Кириллица;

public sealed class НастройкиСклада
{
    public string Название { get; set; } = "Основной";
}
