using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Wardbook.Store;

namespace Wardbook.Accounts.Personal;

/// <summary>Encrypts every property marked <see cref="EncryptedAttribute"/> on its way to the database: AES-GCM, with the name of the key in front.</summary>
public static class EncryptedColumns
{
    public static void Apply(ModelBuilder model, Keys keys)
    {
        foreach (var entity in model.Model.GetEntityTypes().ToList())
        {
            foreach (var property in entity.GetProperties().Where(property => property.PropertyInfo?.GetCustomAttribute<EncryptedAttribute>() is not null).ToList())
            {
                // A value is bound to its column: moved into another, it cannot be read.
                var purpose = $"{entity.ClrType.Name}.{property.Name}";
                property.SetValueConverter(property.ClrType == typeof(byte[]) ? Bytes(purpose, keys)
                    : property.ClrType == typeof(string) ? Text(purpose, keys)
                    : throw new InvalidOperationException($"{purpose} is marked as encrypted, and is neither text nor bytes."));
                property.SetMaxLength(null);
            }
        }
    }

    private static ValueConverter<string, string> Text(string purpose, Keys keys) => new(
        plain => keys.Encrypt(purpose, Encoding.UTF8.GetBytes(plain)),
        text => Encoding.UTF8.GetString(keys.Decrypt(purpose, text)));

    private static ValueConverter<byte[], string> Bytes(string purpose, Keys keys) => new(
        plain => keys.Encrypt(purpose, plain),
        text => keys.Decrypt(purpose, text));
}

/// <summary>The model knows the keys, so databases with other keys have another model.</summary>
public sealed class ModelByKeys : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), (context as WardbookDb)?.Keys.Source, designTime);
}
